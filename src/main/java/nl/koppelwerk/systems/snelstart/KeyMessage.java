package nl.koppelwerk.systems.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/**
 * What SnelStart tells of a coupling key; its printed forms begin their names with a small letter or a capital.
 *
 * @param key       a secret; of a removal it may be empty
 * @param reference what the coupling was started with, or empty
 */
record KeyMessage(String key, String action, String reference) {

    private static final ObjectMapper JSON = new JsonMapper();
    private static final String DELETE = "Delete";
    /** Base64 of a name and a password; longer than any of them. */
    private static final String KEY = "[!-~]{1,2000}";

    static Optional<KeyMessage> read(byte[] raw) {
        try {
            var body = JSON.readTree(raw);
            var message = new KeyMessage(text(body, "KoppelSleutel"), text(body, "ActionType"), text(body, "ReferenceKey"));
            return Optional.of(message).filter(KeyMessage::isWhole);
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    boolean isRemoval() { return action.equals(DELETE); }

    private boolean isWhole() { return isRemoval() && key.isEmpty() || action.matches("Create|Regenerate|Delete") && key.matches(KEY); }

    private static String text(JsonNode body, String name) {
        var small = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return (body.has(name) ? body.path(name) : body.path(small)).asText("").replaceFirst("^null$", "").strip();
    }

    @Override public String toString() { return "KeyMessage[" + action + "]"; }
}
