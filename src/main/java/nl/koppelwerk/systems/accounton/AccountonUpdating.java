package nl.koppelwerk.systems.accounton;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Complaints;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Replies;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Patches a client, only in the version it was decided on. */
@ApplicationScoped
@Named("accountonUpdating")
@Unremovable
public class AccountonUpdating {

    private final AccountonCalls calls;
    private final AccountonChoices choices;
    private final AccountonReader reader;

    AccountonUpdating(AccountonCalls calls, AccountonChoices choices) {
        this.calls = calls;
        this.choices = choices;
        this.reader = new AccountonReader(choices);
    }

    public Turn update(@Body Connector.WriteRequest request, Exchange exchange) {
        var write = request.write();
        var call = calls.patch(AccountonCalls.client(write.root()), write.version(), request.body());
        return Turn.ask(call, replies(write), (reply, wire) -> Turn.said(done(write, reply, wire))).unless(answer -> Turn.said(elsewhere(answer)));
    }

    private Replies replies(Step.Write write) {
        return calls.replies().about(Complaints.of(choices.table(write.rootKind(), write.part().kind()), write.resource(), write.part()));
    }

    /** What is to be written is not there: the next look sees what became of it. */
    private static Answer elsewhere(Answer answer) { return answer instanceof Answer.Gone ? new Answer.Stale() : answer; }

    private Answer done(Step.Write write, Reply reply, ObjectNode wire) {
        return new Answer.Done("", AccountonCalls.version(reply, wire), echoed(write.values(), wire), Map.of());
    }

    /** Nothing is echoed where the answer cannot be read. */
    private Values echoed(Values written, ObjectNode wire) {
        try {
            return reader.client(wire).relation().values().only((field, value) -> written.fields().contains(field));
        } catch (Unreadable odd) {
            return Values.NONE;
        }
    }
}
