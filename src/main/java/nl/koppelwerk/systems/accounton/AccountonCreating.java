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
import nl.koppelwerk.systems.Shelf;
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
    /** Ids of imports by the key of their create: it saves a call in each turn, and another process that does not know it begins under the same key. */
    private final Shelf<String, String> imports;

    AccountonCreating(AccountonCalls calls, AccountonWaiting waiting, AccountonReasons reasons, AccountonApplying applying, AccountonChoices choices) {
        this.calls = calls;
        this.waiting = waiting;
        this.reasons = reasons;
        this.applying = applying;
        this.imports = new Shelf<>(choices.keyLife());
    }

    public Turn create(@Body Connector.WriteRequest request, Exchange exchange) {
        var birth = new Birth(request.write(), exchange.getVariable("idempotencyKey", String.class));
        if (!birth.write().values().get(Fields.QUESTIONNAIRE).isFilled()) return Turn.said(withoutQuestionnaire());
        return imports.find(birth.key()).map(id -> goOn(birth, id)).orElseGet(() -> begin(birth, request.body()));
    }

    /** Nobody is added without one, so an import for it would be in vain. */
    private static Answer withoutQuestionnaire() {
        return new Answer.Refused(List.of(new Reason(ReasonCode.REQUIRED_MISSING, Fields.QUESTIONNAIRE.name(), Map.of("system", AccountonConnector.LABEL))));
    }

    private Turn begin(Birth birth, byte[] body) {
        return Turn.ask(calls.post(AccountonCalls.IMPORTS, birth.key(), body), calls.replies(), (reply, wire) -> begun(birth, wire)).unless(answer -> Turn.said(waiting.toBegin(answer)));
    }

    private Turn begun(Birth birth, ObjectNode wire) {
        var id = wire.path("id").asText("");
        if (!AccountonCalls.isId(id)) return Turn.said(calls.replies().unanswered());
        imports.keep(birth.key(), id);
        return isSorting(wire) ? Turn.said(waiting.underway()) : goOn(birth, id);
    }

    private Turn goOn(Birth birth, String id) {
        return Turn.ask(calls.get(AccountonCalls.imported(id), Query.NONE), calls.replies(), (reply, wire) -> state(birth, id, wire)).unless(answer -> {
            if (answer instanceof Answer.Gone) imports.forget(birth.key());
            return waiting.toRead(answer);
        });
    }

    private static boolean isSorting(ObjectNode wire) { return List.of("PENDING", "RUNNING").contains(wire.path("state").asText()); }

    private Turn state(Birth birth, String id, ObjectNode wire) {
        if (isSorting(wire)) return Turn.said(waiting.underway());
        return switch (wire.path("state").asText()) {
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
