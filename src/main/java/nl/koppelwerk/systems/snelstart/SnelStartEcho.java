package nl.koppelwerk.systems.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Values;

/** What the answer to a write shows of the fields that were written: it is the whole record. */
final class SnelStartEcho {

    private SnelStartEcho() { }

    static Values of(Step.Write write, JsonNode wire, References references) {
        try {
            var table = SnelStartTables.table(write.rootKind(), write.part().kind()).orElseThrow();
            return SnelStartReader.read(table, wire, references).values().only((field, value) -> write.values().fields().contains(field));
        } catch (Unreadable nothingShown) {
            return Values.NONE;
        }
    }
}
