package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What a filter is asked about: one relation, which is read only if what is at hand of it does not do, and the elements of its lists by their names. */
final class SnScope {

    private final SnRow row;
    private final Function<String, ObjectNode> reader;
    private final Map<String, JsonNode> elements = new HashMap<>();
    private ObjectNode relatie;

    SnScope(SnRow row, Function<String, ObjectNode> reader) {
        this.row = row;
        this.reader = reader;
    }

    SnRow row() {
        return row;
    }

    ObjectNode relatie() {
        if (relatie == null) {
            relatie = reader.apply(row.id());
        }
        return relatie;
    }

    JsonNode element(String name) {
        return elements.get(name);
    }

    SnScope with(String name, JsonNode element) {
        elements.put(name, element);
        return this;
    }
}
