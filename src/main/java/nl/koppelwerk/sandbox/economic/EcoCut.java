package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Listings that are wrong without an error, if the switch wants it: every other page ends early, the others repeat their first row. */
final class EcoCut {

    private final SwitchPanel switches;
    private int cuts;

    EcoCut(SwitchPanel switches) {
        this.switches = switches;
    }

    ArrayNode maybe(ArrayNode items) {
        if (items.size() < 2 || !switches.on("cut-page")) {
            return items;
        }
        if (cuts++ % 2 == 0) {
            return items.add(items.get(0).deepCopy());
        }
        while (items.size() > 1) {
            items.remove(items.size() - 1);
        }
        return items;
    }
}
