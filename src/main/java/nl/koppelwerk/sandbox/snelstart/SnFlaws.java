package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.koppelwerk.sandbox.Json;

/** The rules that one request breaks, each once, in the order in which they were looked at. */
final class SnFlaws {

    private final Map<String, String> found = new LinkedHashMap<>();

    /** Answers whether it holds, so that what rests on it is looked at only then. */
    boolean check(boolean holds, String code, String message) {
        if (!holds) {
            add(code, message);
        }
        return holds;
    }

    void add(String code, String message) {
        found.putIfAbsent(code, message);
    }

    boolean none() {
        return found.isEmpty();
    }

    ArrayNode json() {
        var array = Json.array();
        found.forEach((code, message) -> array.addObject().put("errorCode", code).put("message", message).putNull("details"));
        return array;
    }
}
