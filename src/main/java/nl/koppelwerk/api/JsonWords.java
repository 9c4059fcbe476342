package nl.koppelwerk.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collection;

/** What a member of a request has to be, in the words of JSON. */
final class JsonWords {

    private JsonWords() { }

    /** Empty where there is no better word than the name of a class. */
    static String of(Class<?> wanted) {
        if (wanted == null || wanted == Object.class || wanted == JsonNode.class) return "";
        if (wanted == String.class) return "a text";
        if (wanted == Boolean.class || wanted == boolean.class) return "true or false";
        if (wanted == Integer.class || wanted == int.class) return "a whole number";
        if (wanted == Instant.class) return "a moment in UTC, as 2026-01-31T12:00:00Z";
        return Collection.class.isAssignableFrom(wanted) || wanted.isArray() ? "a list" : "an object";
    }
}
