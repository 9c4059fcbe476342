package nl.koppelwerk.systems.adminconsult;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Phrasing;

/** An {@code ErrorMessage}, or a list of them; a 403 and a 404 say by their words alone what they are. */
final class AdminConsultPhrasing implements Phrasing {

    /** Said of a right that is lacking, and by some installations of a token that has ended. */
    static final String NO_CONFIGURATION = Phrase.NO_CONFIGURATION.said().kept();

    /** A filter that is longer than the server takes; told from other refusals by identity. */
    static final Answer.Refused TOO_LONG = new Answer.Refused(List.of(reason(ReasonCode.VENDOR_REFUSED, "the filter is too long")));

    private static final Pattern NOTHING = Pattern.compile("nothing (was )?found");
    private static final Pattern CONFIGURATION = Pattern.compile("no valid configuration");
    private static final Pattern WAIT = Pattern.compile("throttl|too many|rate limit|try again|activated|not (yet )?ready|warming up");

    @Override public List<Complaint> complaints(JsonNode document) {
        var words = words(document);
        return words.isEmpty() ? List.of() : List.of(new Complaint("", words, ""));
    }

    @Override public Optional<Answer> meaning(int status, JsonNode document) {
        if (status == 414) return Optional.of(TOO_LONG);
        if (status != 404) return Optional.empty();
        // A wrong address is a 404 too, and nobody is gone because of that.
        return Optional.of(says(document, NOTHING) ? new Answer.Gone() : new Answer.Unreadable(reason(ReasonCode.VENDOR_NOT_UNDERSTOOD, "")));
    }

    @Override public String denial(int status, JsonNode document) { return says(document, CONFIGURATION) ? NO_CONFIGURATION : ""; }

    @Override public boolean throttles(JsonNode document) { return says(document, WAIT); }

    static boolean lacksRight(Answer answer) {
        return answer instanceof Answer.Denied denied && NO_CONFIGURATION.equals(denied.reason().details().get("answer"));
    }

    private static boolean says(JsonNode document, Pattern words) { return words.matcher(words(document).toLowerCase(Locale.ROOT)).find(); }

    private static String words(JsonNode document) {
        return String.join(" ", document.findValuesAsText("ErrorMessage")).strip();
    }

    private static Reason reason(ReasonCode code, String answer) {
        return new Reason(code, "", answer.isEmpty() ? Map.of("system", AdminConsultConnector.LABEL) : Map.of("system", AdminConsultConnector.LABEL, "answer", answer));
    }
}
