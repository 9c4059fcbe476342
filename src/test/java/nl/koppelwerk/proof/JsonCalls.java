package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** JSON over HTTP to one address, one call after another. */
final class JsonCalls {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration LONGEST = Duration.ofSeconds(120);

    private final String base;
    private final String authorization;

    JsonCalls(String base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    /** An answer; a body that is no JSON is null. */
    record Reply(int status, JsonNode body, String location) {

        Reply expect(int... wanted) {
            for (var one : wanted) {
                if (status == one) {
                    return this;
                }
            }
            throw new AssertionError("answered " + status + ": " + body);
        }
    }

    JsonNode get(String path) {
        return call("GET", path, null).expect(200).body();
    }

    Reply call(String method, String path, Object body) {
        try {
            return reply(request(method, path, body));
        } catch (IOException failure) {
            throw new UncheckedIOException(method + " " + base + path, failure);
        }
    }

    /** Posts the bytes of a file. */
    Reply upload(String path, java.nio.file.Path file) {
        try {
            return reply(request(path, "POST", "application/octet-stream", BodyPublishers.ofFile(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(path, failure);
        }
    }

    private static Reply reply(HttpRequest request) throws IOException {
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofString());
            return new Reply(answer.statusCode(), read(answer.body()), answer.headers().firstValue("Location").orElse(""));
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(told);
        }
    }

    /** The answer as text, for what is not JSON. */
    String text(String path) {
        try {
            return CLIENT.send(request("GET", path, null), BodyHandlers.ofString()).body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(told);
        }
    }

    /** Posts a form, as a login is. */
    JsonNode form(String path, String form) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build();
        return CLIENT.sendAsync(request, BodyHandlers.ofString()).thenApply(answer -> read(answer.body())).join();
    }

    private HttpRequest request(String method, String path, Object body) throws IOException {
        return request(path, method, "application/json", body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    private HttpRequest request(String path, String method, String type, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(LONGEST).header("Content-Type", type).method(method, body);
        return (authorization.isEmpty() ? request : request.header("Authorization", authorization)).build();
    }

    private static JsonNode read(String text) {
        try {
            return text.isBlank() ? NullNode.instance : JSON.readTree(text);
        } catch (IOException noJson) {
            return NullNode.instance;
        }
    }
}
