package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Values;

/** What REST's answer to a write shows of the fields that were written: it is the whole record, so what is missing in it is empty. */
final class EconomicEcho {

    private EconomicEcho() { }

    static Values of(Step.Write write, ObjectNode wire) {
        try {
            return EconomicTables.table(write.rootKind(), write.part().kind()).map(table -> table.read(wire).values()
                .only((field, value) -> write.values().fields().contains(field))).orElse(Values.NONE);
        } catch (Unreadable nothingShown) {
            return Values.NONE;
        }
    }
}
