package nl.koppelwerk.systems.accounton;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.mapping.Line;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.CodeBook;

/** What Accounton has against a row of an import, in our own words: its sentences may hold a number of the Rijksregister. */
@ApplicationScoped
class AccountonReasons {

    private static final String DUPLICATE = "DUPLICATE";
    private static final String IMPORT_FAILED = "IMPORT_FAILED";
    private static final String CODE = "[A-Z][A-Z0-9_]{1,40}";

    private final CodeBook book = CodeBook.read(AccountonReasons.class, "codes.txt");
    private final List<Line> lines;

    AccountonReasons(AccountonChoices choices) { this.lines = choices.client().lines(); }

    /** Each problem with its field; one sentence at least where it names none. */
    Answer.Refused refused(JsonNode problems) {
        var reasons = new ArrayList<Reason>();
        problems.forEach(problem -> reasons.add(reason(problem.path("field").asText(""), problem.path("code").asText(""))));
        return new Answer.Refused(reasons.isEmpty() ? List.of(reason("", "")) : List.copyOf(reasons));
    }

    /** Who is there already; whether the two are one a person says. */
    Answer.Refused duplicateOf(String client) {
        return new Answer.Refused(List.of(reason("", DUPLICATE).with("answer", Phrase.CLIENT_THERE.with("client", client).with("code", DUPLICATE).kept()).with("client", client)));
    }

    Answer.Refused failed() { return new Answer.Refused(List.of(reason("", IMPORT_FAILED))); }

    private Reason reason(String field, String code) {
        var shown = code.matches(CODE) ? code : Phrase.REASON_UNNAMED.said().kept();
        return book.entry(code).map(entry -> entry.reason(AccountonConnector.LABEL, code))
            .orElseGet(() -> new Reason(ReasonCode.VENDOR_REFUSED, "", Map.of("system", AccountonConnector.LABEL, "answer", shown))).about(subject(field));
    }

    private String subject(String field) {
        if (field.equals("questionnaireByLanguage")) return Fields.QUESTIONNAIRE.name();
        var member = field.replaceFirst("/.*", "");
        return lines.stream().filter(line -> line.member().equals(member)).map(line -> line.field().name()).findFirst().orElse("");
    }
}
