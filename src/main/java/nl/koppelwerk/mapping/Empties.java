package nl.koppelwerk.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A record that is being made says only what there is. */
final class Empties {

    private Empties() { }

    static void strip(JsonNode node) {
        for (var child : node) strip(child);
        if (node instanceof ObjectNode object)
            object.properties().removeIf(entry -> entry.getValue().isNull() || entry.getValue().isObject() && entry.getValue().isEmpty());
    }
}
