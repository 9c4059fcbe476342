package nl.koppelwerk.systems.accounton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/**
 * Makes a client: an import of one row is begun under the create's key, sorted by Accounton, and only a row that nobody there is, is applied. Until it is
 * applied nothing is made, and sent again under the same key the same import goes on where it is; so nothing that is lost on the way makes a second client.
 */
@ApplicationScoped
@Named("accountonCreating")
@Unremovable
public class AccountonCreating {

    private static final List<String> LISTS = List.of("ONLY_IN_IMPORT", "DUPLICATE", "INVALID");

    private final AccountonCalls calls;
    private final AccountonWaiting waiting;
    private final AccountonReasons reasons;
    private final AccountonApplying applying;

    AccountonCreating(AccountonCalls calls, AccountonWaiting waiting, AccountonReasons reasons, AccountonApplying applying) {
        this.calls = calls;
        this.waiting = waiting;
        this.reasons = reasons;
        this.applying = applying;
    }

    public Turn create(@Body Connector.WriteRequest request, Exchange exchange) {
        var birth = new Birth(request.write(), exchange.getVariable("idempotencyKey", String.class));
        if (!birth.write().values().get(Fields.QUESTIONNAIRE).isFilled()) return Turn.said(withoutQuestionnaire());
        return Turn.ask(calls.post(AccountonCalls.IMPORTS, birth.key(), request.body()), calls.replies(), (reply, wire) -> begun(birth, wire.path("id").asText("")))
            .unless(answer -> Turn.said(waiting.toBegin(answer)));
    }

    /** Nobody is added without one, so an import for it would be in vain. */
    private static Answer withoutQuestionnaire() {
        return new Answer.Refused(List.of(new Reason(ReasonCode.REQUIRED_MISSING, Fields.QUESTIONNAIRE.name(), Map.of("system", AccountonConnector.LABEL))));
    }

    private Turn begun(Birth birth, String id) {
        if (!AccountonCalls.isId(id)) return Turn.said(calls.replies().unanswered());
        return Turn.ask(calls.get(AccountonCalls.imported(id), Query.NONE), calls.replies(), (reply, wire) -> state(birth, id, wire)).unless(waiting::toRead);
    }

    private Turn state(Birth birth, String id, ObjectNode wire) {
        return switch (wire.path("state").asText()) {
            case "PENDING", "RUNNING" -> Turn.said(waiting.underway());
            case "READY", "APPLIED" -> sorted(birth, id, wire.path("counts"));
            case "FAILED" -> Turn.said(reasons.failed());
            default -> Turn.said(calls.replies().unreadable());
        };
    }

    /** Its one row stands in one list; the fourth is of all clients that were there before. */
    private Turn sorted(Birth birth, String id, JsonNode counts) {
        var list = LISTS.stream().filter(name -> counts.path(name).asInt() > 0).findFirst();
        if (list.isEmpty()) return Turn.said(calls.replies().unreadable());
        var rows = calls.get(AccountonCalls.imported(id) + "/rows", Query.NONE.and("bucket", list.get()));
        return Turn.ask(rows, calls.replies(), (reply, wire) -> row(birth, id, wire.path("items").path(0))).unless(waiting::toRead);
    }

    private Turn row(Birth birth, String id, JsonNode row) {
        var client = row.path("clientId").asText("").replaceFirst("^null$", "");
        return switch (row.path("bucket").asText()) {
            case "ONLY_IN_IMPORT" -> AccountonCalls.isId(client) ? applying.made(birth, client) : applying.apply(birth, id, row.path("rowId").asText());
            case "DUPLICATE" -> applying.there(birth, client);
            case "INVALID" -> Turn.said(reasons.refused(row.path("problems")));
            default -> Turn.said(calls.replies().unreadable());
        };
    }
}
