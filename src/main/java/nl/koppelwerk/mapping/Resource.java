package nl.koppelwerk.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A wire record of its own, with an address of its own, inside the record; the record itself has an empty name.
 *
 * @param idMember where its id stands; empty where the selector of its path is its id
 */
record Resource(String name, List<WirePath> path, String idMember) {

    Resource inside(String step, String newIdMember) {
        var steps = Stream.concat(path.stream(), Stream.of(WirePath.parse(step))).toList();
        return new Resource(name.isEmpty() ? step : name + "/" + step, steps, newIdMember);
    }

    boolean isRecord() { return path.isEmpty(); }

    JsonNode in(JsonNode record, String recordName) {
        var node = record;
        for (var step : path) {
            if (!node.isObject()) return node;
            node = step.in(node, recordName);
        }
        return node;
    }

    ObjectNode make(ObjectNode tree) {
        var node = tree;
        for (var step : path) node = step.make(node);
        return node;
    }

    /** Its id, or empty where it has none (yet). */
    String id(JsonNode node) {
        if (!node.isObject()) return "";
        return idMember.isEmpty() && !isRecord() ? path.get(path.size() - 1).selector() : node.path(idMember).asText("");
    }
}
