package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import nl.koppelwerk.proof.JsonCalls.Reply;

/** What can be asked and said about one relation. */
final class RelationCalls {

    private final JsonCalls calls;
    private final String path;

    RelationCalls(JsonCalls calls, String id) {
        this.calls = calls;
        this.path = "/api/v1/relations/" + id;
    }

    JsonNode whole() {
        return calls.get(path);
    }

    String state() {
        return whole().path("state").asText();
    }

    JsonNode explain() {
        return calls.get(path + "/explain");
    }

    /** Every value it ever had on either side, newest first. */
    JsonNode history() {
        return calls.get(path + "/history?limit=200").path("items");
    }

    void sync() {
        calls.call("POST", path + "/sync", Map.of()).expect(200, 202, 204);
    }

    /** {@code choices} from field to source, target or a value of its own. */
    void resolve(Map<String, ?> choices) {
        calls.call("POST", path + "/resolve", Map.of("fields", choices)).expect(200, 202, 204);
    }

    /** Both systems side by side as they are now, with a stamp. */
    JsonNode compare() {
        return calls.call("POST", path + "/compare", Map.of()).expect(200).body();
    }

    /** The same choices of what was compared under that stamp; the answer says what became of it. */
    Reply choose(String stamp, Map<String, ?> choices) {
        return calls.call("POST", path + "/resolve", Map.of("stamp", stamp, "fields", choices));
    }
}
