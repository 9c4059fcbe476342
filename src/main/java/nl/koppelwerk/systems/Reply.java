package nl.koppelwerk.systems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.DeserializationFeature;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * What a vendor answered over HTTP.
 *
 * @param headers by lower-case name
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {

    private static final ObjectMapper JSON = JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        // Amounts and house numbers keep the digits that the vendor sent.
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();

    public String header(String name) { return headers.getOrDefault(name, ""); }

    /** The body as a JSON object; empty when it is anything else. */
    public Optional<ObjectNode> object() { return json().filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast); }

    /** The body as JSON; empty when it is none. */
    public Optional<JsonNode> json() {
        try {
            return Optional.ofNullable(JSON.readTree(body)).filter(node -> !node.isMissingNode());
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    boolean isSuccess() { return status / 100 == 2; }
}
