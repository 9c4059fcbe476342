package nl.koppelwerk.systems.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.CheckUp;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Exchange;

/** The countries of an administration, and whether the hub may work there. */
@ApplicationScoped
@Named("snelstartOffice")
@Unremovable
public class SnelStartOffice {

    private static final String SETTINGS = "settings:read";

    private final SnelStartCalls calls;

    SnelStartOffice(SnelStartCalls calls) { this.calls = calls; }

    /** Whether ids of countries are the same everywhere is not known, so each administration is asked for its own. */
    public Turn references() {
        return landen(rows -> Turn.said(new References(Map.of(SnelStartTables.LANDEN, codes(rows)))));
    }

    private static Map<String, String> codes(List<JsonNode> rows) {
        var codes = new TreeMap<String, String>();
        rows.forEach(row -> codes.putIfAbsent(row.path(SnelStartTables.CODE).asText("").strip().toUpperCase(Locale.ROOT), row.path("id").asText("")));
        codes.remove("");
        return codes;
    }

    private Turn.Ask landen(Function<List<JsonNode>, Turn> then) {
        var replies = calls.needing(SETTINGS);
        return Turn.askAll(calls.get("/v2/landen", Query.NONE), replies, then).unless(answer -> Turn.said(replies.ofList(answer)));
    }

    /** An echo needs no right; then each right to read is tried. Whether it may write only a write can tell. */
    public Turn check(Exchange exchange) {
        var asked = Asked.of(exchange, Side.TARGET);
        return new Turn.Ask(calls.get("/v2/echo/koppelwerk", Query.NONE), calls.replies(), reply -> company(asked), CheckUp.from("credentials"), "");
    }

    private Turn company(Asked asked) {
        return Turn.ask(calls.get("/v2/companyInfo", Query.NONE), calls.needing(SETTINGS), (reply, company) ->
                landen(rows -> relaties(asked, new References(Map.of(SnelStartTables.LANDEN, codes(rows))), administration(asked.account().number(), company)))
                    .unless(CheckUp.from("rights")))
            .unless(CheckUp.from("rights"));
    }

    private Turn relaties(Asked asked, References lists, Connector.Check administration) {
        return Turn.askAll(calls.get(SnelStartResource.RELATIES.path, Query.NONE.and("$top", 1)), calls.reading(SnelStartResource.RELATIES),
                rows -> readable(rows, lists) ? Turn.said(CheckUp.well(administration)) : CheckUp.from("record").apply(new Answer.Unreadable(
                    calls.replies().reason(ReasonCode.VENDOR_NOT_UNDERSTOOD, ""))))
            .unless(CheckUp.from("rights"));
    }

    private static boolean readable(List<JsonNode> rows, References lists) {
        try {
            rows.forEach(row -> SnelStartReader.relatie(row, lists));
            return true;
        } catch (Unreadable odd) {
            return false;
        }
    }

    /** Whoever names the administration by its identifier wants the key to be of that one. */
    private static Connector.Check administration(String expected, JsonNode company) {
        var own = company.path("administratieIdentifier").asText("");
        boolean isOther = SnelStartId.of(SnelStartResource.RELATIES, expected).isPresent() && !own.equalsIgnoreCase(expected);
        return new Connector.Check("administration", !isOther, isOther ? Phrase.OTHER_ADMINISTRATION.with("own", own).kept() : "");
    }
}
