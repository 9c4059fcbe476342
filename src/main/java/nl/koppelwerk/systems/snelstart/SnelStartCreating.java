package nl.koppelwerk.systems.snelstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/**
 * Makes a relatie or a kostenplaats. SnelStart knows no repeated create; with a number of our own a second one is refused (REL-0008,
 * KPL-0008), without one only its keys tell whether it is there.
 */
@ApplicationScoped
@Named("snelstartCreating")
@Unremovable
public class SnelStartCreating {

    private final SnelStartCalls calls;

    SnelStartCreating(SnelStartCalls calls) { this.calls = calls; }

    public Turn create(@Body Connector.WriteRequest request, Exchange exchange) {
        var write = request.write();
        var half = WholeRelatie.halfAddress(write, SnelStartBodies.read(request.body()));
        if (half.isPresent()) return Turn.said(new Answer.Refused(List.of(half.get())));
        var asked = Asked.of(exchange, write.side());
        var call = calls.post(SnelStartResource.of(write.rootKind()), request.body());
        return Turn.ask(call, calls.writing(write), (reply, wire) -> Turn.said(made(write, reply, wire, asked)))
            // There is no such address: nothing was made, and the next look sees.
            .unless(answer -> Turn.said(answer instanceof Answer.Gone ? new Answer.Stale() : answer));
    }

    private Answer made(Step.Write write, Reply reply, ObjectNode wire, Asked asked) {
        var resource = SnelStartResource.of(write.rootKind());
        var id = SnelStartId.of(resource, wire.path("id").asText("")).or(() -> SnelStartId.of(resource, reply.header("location").replaceFirst("^.*/", "")));
        return id.<Answer>map(known -> new Answer.Done(known.root(), "", SnelStartEcho.of(write, wire, asked.references()), Map.of()))
            .orElseGet(() -> calls.replies().unanswered());
    }
}
