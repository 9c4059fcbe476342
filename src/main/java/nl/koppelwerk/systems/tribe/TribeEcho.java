package nl.koppelwerk.systems.tribe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Values;

/** What the answer to a write shows of the fields that were written; what it does not show is absent. */
final class TribeEcho {

    private TribeEcho() { }

    static Answer of(Step.Write write, ObjectNode wire, String id) {
        var table = TribeTables.table(write.rootKind(), write.part().kind());
        return table.map(lines -> read(write, lines, wire, id)).orElseGet(() -> new Answer.Done(id, "", Values.NONE, Map.of()));
    }

    private static Answer read(Step.Write write, RecordMapping table, ObjectNode wire, String id) {
        try {
            var seen = table.read(whole(write, wire));
            var echoed = seen.values().only((field, value) -> write.values().fields().contains(field));
            return new Answer.Done(id, "", echoed, seen.handles());
        } catch (Unreadable nothingShown) {
            return new Answer.Done(id, "", Values.NONE, Map.of());
        }
    }

    /** A record inside another is read where its table has it. */
    private static ObjectNode whole(Step.Write write, ObjectNode wire) {
        if (write.resource().isEmpty() || TribeTarget.makesNested(write)) return wire;
        var parent = JsonNodeFactory.instance.objectNode().put("ID", "-");
        parent.set(write.resource(), wire);
        return parent;
    }
}
