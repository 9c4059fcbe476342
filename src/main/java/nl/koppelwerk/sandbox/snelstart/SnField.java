package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.koppelwerk.sandbox.Json;

/** A member of a model that may be written: what it is, what it holds when nothing was given, and its length where no rule of its own has one (0 for none). */
record SnField(String name, Kind kind, JsonNode standard, int longest, List<String> choices, List<SnField> parts) {

    enum Kind { TEXT, WHOLE, NUMBER, FLAG, CHOICE, CHOICES, ID, REFERENCE, OBJECT }

    static SnField text(String name) {
        return text(name, 0);
    }

    static SnField text(String name, int longest) {
        return new SnField(name, Kind.TEXT, nothing(), longest, List.of(), List.of());
    }

    /** A number that holds nothing when nothing was given. */
    static SnField maybe(String name, Kind kind) {
        return new SnField(name, kind, nothing(), 0, List.of(), List.of());
    }

    static SnField whole(String name) {
        return new SnField(name, Kind.WHOLE, Json.object().numberNode(0), 0, List.of(), List.of());
    }

    static SnField number(String name) {
        return new SnField(name, Kind.NUMBER, Json.object().numberNode(0.0), 0, List.of(), List.of());
    }

    static SnField flag(String name) {
        return new SnField(name, Kind.FLAG, Json.object().booleanNode(false), 0, List.of(), List.of());
    }

    /** One of some words, the first when nothing was given. */
    static SnField choice(String name, String... words) {
        return new SnField(name, Kind.CHOICE, Json.object().textNode(words[0]), 0, List.of(words), List.of());
    }

    static SnField choices(String name, String... words) {
        return new SnField(name, Kind.CHOICES, Json.array(), 0, List.of(words), List.of());
    }

    static SnField object(String name, List<SnField> parts) {
        return new SnField(name, Kind.OBJECT, standard(parts), 0, List.of(), parts);
    }

    static ObjectNode standard(List<SnField> fields) {
        var all = Json.object();
        fields.forEach(field -> all.set(field.name(), field.standard()));
        return all.deepCopy();
    }

    private static JsonNode nothing() {
        return Json.object().nullNode();
    }
}
