package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.systems.Complaints;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/**
 * Makes a customer or a contact person; e-conomic gives the number. The same key is answered with the first reply for an hour,
 * so a create whose answer was lost may be sent again within it. Never by PUT: a wrong number would make a customer.
 */
@ApplicationScoped
@Named("economicCreating")
@Unremovable
public class EconomicCreating {

    private final EconomicCalls calls;

    EconomicCreating(EconomicCalls calls) { this.calls = calls; }

    public Turn create(@Body Connector.WriteRequest request, Exchange exchange) {
        var write = request.write();
        boolean isContact = write.part().kind() == PartKind.CONTACT;
        // Its customer is not there: the next look sees what became of it.
        if (isContact && !EconomicCalls.isNumber(write.root())) return Turn.said(new Answer.Stale());
        var path = isContact ? EconomicCalls.customer(write.root()) + "/contacts" : "/customers";
        var call = calls.send("POST", path, request.body()).with("Idempotency-Key", exchange.getVariable("idempotencyKey", String.class));
        var table = EconomicTables.table(write.rootKind(), write.part().kind());
        return Turn.ask(call, calls.about(Complaints.of(table, "", write.part())), (reply, wire) -> Turn.said(made(write, reply, wire)))
            .unless(answer -> Turn.said(answer instanceof Answer.Gone ? new Answer.Stale() : answer));
    }

    private Answer made(Step.Write write, Reply reply, ObjectNode wire) {
        boolean isContact = write.part().kind() == PartKind.CONTACT;
        var number = Optional.of(wire.path(isContact ? "customerContactNumber" : "customerNumber").asText(""))
            .filter(EconomicCalls::isNumber).orElseGet(() -> reply.header("location").replaceFirst("^.*/", ""));
        if (!EconomicCalls.isNumber(number)) return calls.replies().unanswered();
        return new Answer.Done(isContact ? ContactId.of(number) : number, "", EconomicEcho.of(write, wire), Map.of());
    }
}
