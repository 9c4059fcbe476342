package nl.koppelwerk.systems.adminconsult;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Optional;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Reads one customer with all that belongs to it. */
@ApplicationScoped
@Named("adminConsultReading")
@Unremovable
public class AdminConsultReading {

    private final AdminConsultCalls calls;
    private final AdminConsultGathering gathering;

    AdminConsultReading(AdminConsultCalls calls, AdminConsultGathering gathering) {
        this.calls = calls;
        this.gathering = gathering;
    }

    public Turn read(@Body Step.Read read, Exchange exchange) {
        var asked = Asked.of(exchange, read.side());
        if (!AdminConsultReader.isId(read.root())) return Turn.said(new Answer.Gone());
        return calls.ask(calls.get(AdminConsultCalls.CUSTOMERS + "/" + read.root()), reply -> customer(reply).filter(row -> isOf(row, read.root()))
            .map(row -> gathering.one(row, asked, wire -> seen(wire, asked))).orElseGet(() -> Turn.said(calls.replies().unreadable())), Turn::said);
    }

    /** One customer, or a list of one. */
    private static Optional<ObjectNode> customer(Reply reply) {
        return reply.json().map(json -> json.isArray() && json.size() == 1 ? json.get(0) : json).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }

    private static boolean isOf(JsonNode row, String root) { return row.path(AdminConsultTables.ID).asText("").equals(root); }

    private Turn seen(ObjectNode wire, Asked asked) {
        try {
            return Turn.said(new Answer.Seen(asked.sighting(AdminConsultReader.root(wire, true))));
        } catch (Unreadable odd) {
            return Turn.said(new Answer.Unreadable(calls.replies().reason(ReasonCode.UNMAPPABLE, odd.getMessage())));
        }
    }
}
