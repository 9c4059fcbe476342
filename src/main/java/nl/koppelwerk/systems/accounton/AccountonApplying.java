package nl.koppelwerk.systems.accounton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.Turn;

/** The last steps to a client: its row is applied with a questionnaire, and it is read, so that what was taken over is known. */
@ApplicationScoped
class AccountonApplying {

    private final AccountonCalls calls;
    private final AccountonWaiting waiting;
    private final AccountonReasons reasons;
    private final AccountonReader reader;

    AccountonApplying(AccountonCalls calls, AccountonWaiting waiting, AccountonReasons reasons, AccountonChoices choices) {
        this.calls = calls;
        this.waiting = waiting;
        this.reasons = reasons;
        this.reader = new AccountonReader(choices);
    }

    Turn apply(Birth birth, String id, String row) {
        var call = calls.post(AccountonCalls.imported(id) + "/apply", birth.keyOfApply(), AccountonBodies.applied(row, birth.write()));
        return Turn.ask(call, calls.replies(), (reply, wire) -> applied(birth, row, wire)).unless(answer -> Turn.said(waiting.toApply(answer)));
    }

    private Turn applied(Birth birth, String row, ObjectNode report) {
        for (var one : report.path("rows")) if (one.path("rowId").asText().equals(row)) return reported(birth, one);
        return Turn.said(calls.replies().unanswered());
    }

    private Turn reported(Birth birth, JsonNode row) {
        var client = row.path("clientId").asText("").replaceFirst("^null$", "");
        if (AccountonCalls.isId(client)) return made(birth, client);
        return Turn.said(row.path("problems").isEmpty() ? calls.replies().unanswered() : reasons.refused(row.path("problems")));
    }

    /** Somebody is there already. Who carries the reference of this very create was made by it, under a key that Accounton has forgotten since. */
    Turn there(Birth birth, String client) {
        if (!AccountonCalls.isId(client)) return Turn.said(calls.replies().unreadable());
        return Turn.ask(calls.get(AccountonCalls.client(client), Query.NONE), calls.replies(), (reply, wire) ->
                Turn.said(birth.isOf(AccountonReader.reference(wire)) ? done(birth, client, reply, wire) : reasons.duplicateOf(client)))
            .unless(answer -> answer instanceof Answer.Gone ? Turn.said(reasons.duplicateOf(client)) : waiting.toRead(answer));
    }

    /** It is there, whatever its read comes to. */
    Turn made(Birth birth, String client) {
        return Turn.ask(calls.get(AccountonCalls.client(client), Query.NONE), calls.replies(), (reply, wire) -> Turn.said(done(birth, client, reply, wire)))
            .unless(answer -> Turn.said(new Answer.Done(client, "", Values.NONE, Map.of())));
    }

    private Answer done(Birth birth, String client, Reply reply, ObjectNode wire) {
        return new Answer.Done(client, AccountonCalls.version(reply, wire), echoed(birth.write().values(), wire), Map.of());
    }

    /** The questionnaire went along, and no client shows it. */
    private Values echoed(Values written, ObjectNode wire) {
        try {
            return reader.client(wire).relation().values().with(Fields.QUESTIONNAIRE, written.get(Fields.QUESTIONNAIRE))
                .only((field, value) -> written.fields().contains(field));
        } catch (Unreadable odd) {
            return Values.NONE;
        }
    }
}
