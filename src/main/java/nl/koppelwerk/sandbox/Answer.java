package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a stand-in answers to one call, before any fault is laid over it. */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    private static final byte[] NOTHING = {};

    public static Answer json(int status, JsonNode body) {
        return of(status, "application/json", Json.bytes(body));
    }

    public static Answer text(int status, String body) {
        return of(status, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer empty(int status) {
        return new Answer(status, new LinkedHashMap<>(), NOTHING);
    }

    public static Answer of(int status, String type, byte[] body) {
        return new Answer(status, new LinkedHashMap<>(Map.of("Content-Type", type)), body);
    }

    /** An RFC 9457 problem document. */
    public static Answer problem(int status, String title, String detail) {
        return problem(status, title, detail, Json.array());
    }

    public static Answer problem(int status, String title, String detail, JsonNode errors) {
        var body = Json.object().put("type", "about:blank").put("title", title).put("status", status).put("detail", detail);
        if (!errors.isEmpty()) {
            body.set("errors", errors);
        }
        return of(status, "application/problem+json", Json.bytes(body));
    }

    public Answer with(String header, String value) {
        headers.put(header, value);
        return this;
    }
}
