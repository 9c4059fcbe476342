package nl.koppelwerk.systems.clickmate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Complaints;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Replies;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Makes a customer or a contact under a key, or patches one, only in the version it was decided on. */
@ApplicationScoped
@Named("clickmateWriting")
@Unremovable
public class ClickmateWriting {

    private final ClickmateCalls calls;
    private final ClickmateChoices choices;

    ClickmateWriting(ClickmateCalls calls, ClickmateChoices choices) {
        this.calls = calls;
        this.choices = choices;
    }

    public Turn create(@Body Connector.WriteRequest request, Exchange exchange) {
        var write = request.write();
        var account = Asked.of(exchange, write.side()).account();
        var path = isRoot(write) ? "/customers" : ClickmateCalls.customer(write.root()) + "/contacts";
        var key = exchange.getVariable("idempotencyKey", String.class);
        return Turn.ask(calls.post(account, path, key, request.body()), replies(write), (reply, wire) -> Turn.said(made(write, reply, wire)))
            .unless(answer -> Turn.said(ofCreate(answer)));
    }

    public Turn update(@Body Connector.WriteRequest request, Exchange exchange) {
        var write = request.write();
        var asked = Asked.of(exchange, write.side());
        if (!write.values().get(Fields.NUMBER).isAbsent()) return withReference(request, asked);
        var path = isRoot(write) ? ClickmateCalls.customer(write.root()) : ClickmateCalls.contact(write.root(), write.partId());
        return updated(calls.patch(asked.account(), path, write.version(), request.body()), write);
    }

    /** What it keeps for other systems is looked up first, in the very version that the write names. */
    private Turn withReference(Connector.WriteRequest request, Asked asked) {
        var write = request.write();
        var path = ClickmateCalls.customer(write.root());
        return Turn.ask(calls.get(asked.account(), path, Query.NONE), calls.replies(), (reply, customer) -> {
            if (!version(reply, customer).equals(write.version())) return Turn.said(new Answer.Stale());
            var body = ClickmateBodies.withReference(request.body(), customer, write.values().get(Fields.NUMBER).text());
            return updated(calls.patch(asked.account(), path, write.version(), body), write);
        }).unless(answer -> Turn.said(elsewhere(answer)));
    }

    private Turn.Ask updated(Call call, Step.Write write) {
        return Turn.ask(call, replies(write), (reply, wire) -> Turn.said(done(write, "", reply, wire))).unless(answer -> Turn.said(elsewhere(answer)));
    }

    private static boolean isRoot(Step.Write write) { return write.part().equals(PartKey.ROOT); }

    private Replies replies(Step.Write write) {
        return calls.replies().about(Complaints.of(choices.table(write.rootKind(), write.part().kind()), write.resource(), write.part()));
    }

    /** A key that is still being worked on (409) may yet make the record: that is a doubt, not a refusal. */
    private Answer ofCreate(Answer answer) { return answer instanceof Answer.Stale ? calls.replies().unanswered() : elsewhere(answer); }

    /** What is to be written is not there: the next look sees what became of it. */
    private static Answer elsewhere(Answer answer) { return answer instanceof Answer.Gone ? new Answer.Stale() : answer; }

    private Answer made(Step.Write write, Reply reply, ObjectNode wire) {
        var id = wire.path("id").asText("");
        return ClickmateCalls.isId(id) ? done(write, id, reply, wire) : calls.replies().unanswered();
    }

    private Answer done(Step.Write write, String id, Reply reply, ObjectNode wire) {
        return new Answer.Done(id, version(reply, wire), echoed(write, wire), Map.of());
    }

    /** Of a contact as well it is the customer's. */
    private static String version(Reply reply, ObjectNode wire) {
        var etag = reply.header("etag").replaceFirst("^W/", "").replace("\"", "");
        return etag.isEmpty() ? wire.path("version").asText("") : etag;
    }

    /** Nothing is echoed where the answer cannot be read. */
    private Values echoed(Step.Write write, ObjectNode wire) {
        try {
            return choices.table(write.rootKind(), write.part().kind()).map(table -> ClickmateReader.values(table.read(wire))).orElse(Values.NONE)
                .only((field, value) -> write.values().fields().contains(field));
        } catch (Unreadable odd) {
            return Values.NONE;
        }
    }
}
