package nl.koppelwerk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the storyteller can do: read the hub as a viewer, and sit at the vendors' own desks. */
final class DemonstrationCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 100;
    private static final String VIEWER = "Basic " + Base64.getEncoder().encodeToString("viewer:viewer".getBytes(StandardCharsets.UTF_8));

    /** By HTTP/1.1: where both sides change to HTTP/2 in the middle of plain text, an answer may come as neither. */
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String hub;
    private final String sandbox;

    DemonstrationCalls(String hub, String sandbox) {
        this.hub = hub;
        this.sandbox = sandbox;
    }

    JsonNode read(String path) {
        return send(HttpRequest.newBuilder(URI.create(hub + "/api/v1" + path)).header("Authorization", VIEWER));
    }

    JsonNode record(String system, String id) {
        return send(HttpRequest.newBuilder(URI.create(sandbox + "/_sandbox/" + system + "/records/" + id)));
    }

    Stream<JsonNode> records(String system, String set) {
        return stream(send(HttpRequest.newBuilder(URI.create(sandbox + "/_sandbox/" + system + "/records?limit=1000&set=" + set))).path("items"));
    }

    JsonNode change(String system, String id, String body) {
        return send(HttpRequest.newBuilder(URI.create(sandbox + "/_sandbox/" + system + "/records/" + id)).method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode make(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(sandbox + "/_sandbox/" + path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The answer once it is as wanted. */
    static JsonNode await(Supplier<JsonNode> question, Predicate<JsonNode> wanted) {
        long until = System.nanoTime() + LIMIT.toNanos();
        JsonNode answer = question.get();
        while (!wanted.test(answer)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("it did not happen within " + LIMIT.toSeconds() + " s; look at /api/v1/dead-letters and at the log");
            }
            pause();
            answer = question.get();
        }
        return answer;
    }

    static Stream<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            return JSON.readTree(http.send(request.header("Content-Type", "application/json").build(), HttpResponse.BodyHandlers.ofByteArray()).body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new StoryStopped();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            throw new StoryStopped();
        }
    }

    /** The program was told to stop. */
    static final class StoryStopped extends RuntimeException {
    }
}
