package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** One webhook request to be sent; a GET has no body, whatever this says. */
public record Delivery(String method, String url, String contentType, ObjectNode headers, String body) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    public static Delivery json(String url, ObjectNode headers, String body) {
        return new Delivery("POST", url, "application/json", headers, body);
    }

    /** Whether deliveries may go there: plain http only towards the machine itself, for tests and demonstrations. */
    public static boolean reachable(String url) {
        try {
            var uri = URI.create(url);
            return "https".equals(uri.getScheme()) && uri.getHost() != null || "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static Delivery kept(ObjectNode kept) {
        return new Delivery(kept.path("method").asText("POST"), kept.get("url").textValue(), kept.path("contentType").asText("application/json"),
                (ObjectNode) kept.get("headers"), kept.get("body").textValue());
    }

    ObjectNode keep() {
        var kept = Json.object().put("method", method).put("url", url).put("contentType", contentType).put("body", body).put("attempts", 0);
        kept.set("headers", headers);
        return kept;
    }

    byte[] bytes() {
        return method.equals("GET") ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    }

    RequestOptions request() {
        var request = new RequestOptions().setMethod(HttpMethod.valueOf(method)).setAbsoluteURI(url);
        if (!method.equals("GET")) {
            request.putHeader("Content-Type", contentType);
        }
        headers.fields().forEachRemaining(header -> request.putHeader(header.getKey(), header.getValue().asText()));
        return request;
    }
}
