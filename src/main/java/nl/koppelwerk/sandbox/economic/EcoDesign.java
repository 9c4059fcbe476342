package nl.koppelwerk.sandbox.economic;

import java.util.function.IntFunction;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** What all services work with: the records, the road of changes, the switches. */
record EcoDesign(EcoRecords records, EcoChanges changes, SwitchPanel switches, EcoCut cut) {

    /** A customer on a document stays; the status of the refusal is a switch. */
    void checkDeletable(int number, IntFunction<Refused> refusal) {
        if (records.customers().find(number).orElseThrow().path("inUse").asBoolean()) {
            throw refusal.apply(Integer.parseInt(switches.get("delete-in-use").substring(0, 3)));
        }
    }
}
