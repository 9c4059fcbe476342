package nl.koppelwerk.systems.advocaatcentraal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Complaints;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Patches a relation, a contact person or an address, only in the version it was decided on. */
@ApplicationScoped
@Named("advocaatcentraalWriting")
@Unremovable
public class AdvocaatCentraalWriting {

    private final AdvocaatCentraalCalls calls;

    AdvocaatCentraalWriting(AdvocaatCentraalCalls calls) { this.calls = calls; }

    public Turn update(@Body Connector.WriteRequest request, Exchange exchange) {
        var write = request.write();
        var asked = Asked.of(exchange, write.side());
        if (write.action() == Step.Action.CREATE) return Turn.said(bornElsewhere(write));
        var table = AdvocaatCentraalTables.table(write.rootKind(), write.part().kind());
        var replies = calls.replies().about(Complaints.of(table, write.resource(), write.part()));
        return Turn.ask(calls.patch(asked.account(), path(write), write.version(), request.body()), replies,
            (reply, wire) -> Turn.said(done(write, reply, wire))).unless(answer -> Turn.said(meaning(write, answer)));
    }

    private static String path(Step.Write write) {
        var root = "/relations/" + Query.step(write.root());
        if (isAddress(write)) return root + "/addresses/" + Query.step(type(write));
        return write.part().equals(PartKey.ROOT) ? root : root + "/contacts/" + Query.step(write.partId());
    }

    private static boolean isAddress(Step.Write write) { return !write.resource().isEmpty(); }

    /** An address is known by its type: {@code adressen[type=POSTADRES]}. */
    private static String type(Step.Write write) {
        return write.resourceId().isEmpty() ? write.resource().replaceFirst(".*=(.*)]", "$1") : write.resourceId();
    }

    /** A part that is not there is never made from outside; a relation that is not there is for the next look. */
    private Answer meaning(Step.Write write, Answer answer) {
        if (!(answer instanceof Answer.Gone)) return answer;
        return isAddress(write) || !write.part().equals(PartKey.ROOT) ? bornElsewhere(write) : new Answer.Stale();
    }

    private Answer bornElsewhere(Step.Write write) {
        var subjects = write.values().fields().isEmpty() ? List.of(write.part().toString())
            : write.values().fields().stream().map(write.part()::subject).toList();
        return new Answer.Refused(subjects.stream()
            .map(subject -> new Reason(ReasonCode.BORN_ELSEWHERE, subject, Map.of("system", AdvocaatCentraalConnector.LABEL))).toList());
    }

    private static Answer done(Step.Write write, Reply reply, ObjectNode wire) {
        return new Answer.Done("", version(reply, wire), echoed(write, wire), Map.of());
    }

    private static String version(Reply reply, JsonNode wire) {
        var etag = reply.header("etag").replaceFirst("^W/", "").replace("\"", "");
        return etag.isEmpty() ? wire.path("versie").asText("") : etag;
    }

    /** The answer shows what was patched; nothing is echoed where it cannot be read. */
    private static Values echoed(Step.Write write, ObjectNode wire) {
        try {
            return AdvocaatCentraalTables.table(write.rootKind(), write.part().kind())
                .map(table -> echoed(write, table, whole(write, wire))).orElse(Values.NONE);
        } catch (Unreadable odd) {
            return Values.NONE;
        }
    }

    private static Values echoed(Step.Write write, RecordMapping table, ObjectNode record) {
        return table.read(record).values().only((field, value) -> write.values().fields().contains(field));
    }

    private static ObjectNode whole(Step.Write write, ObjectNode wire) {
        if (!isAddress(write)) return wire;
        var relation = JsonNodeFactory.instance.objectNode().put("id", write.root());
        relation.putArray("adressen").add(wire);
        return relation;
    }
}
