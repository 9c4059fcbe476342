package nl.koppelwerk.proof;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The hub's interface as a program meets it, with the login of an administrator. */
final class Api {

    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled");

    /** Of the first administrator, whose password the hub is started with. */
    static final String PASSWORD = "proef-van-koppelwerk";

    private final JsonCalls calls;

    Api(String base) {
        calls = new JsonCalls(base, "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
    }

    /** Opens an office; one that is there stays as it is. */
    void openOffice(String office) {
        calls.call("POST", "/api/v1/offices", Map.of("id", office, "name", "Kantoor Voorbeeld")).expect(201, 409);
    }

    /** A new link of that body; answers it whole, with the addresses that are shown once. */
    JsonNode createLink(Map<String, ?> link) {
        return calls.call("POST", "/api/v1/links", link).expect(201).body();
    }

    JsonNode link(String link) {
        return calls.get("/api/v1/links/" + link);
    }

    void activate(String link) {
        calls.call("POST", "/api/v1/links/" + link + "/activate", Map.of()).expect(200, 202, 204);
    }

    void pause(String link) {
        calls.call("POST", "/api/v1/links/" + link + "/pause", Map.of()).expect(200, 202, 204);
    }

    void resume(String link) {
        calls.call("POST", "/api/v1/links/" + link + "/resume", Map.of()).expect(200, 202, 204);
    }

    /** Starts a run; answers its id. */
    String run(String link, String kind) {
        return started(link, Map.of("kind", kind));
    }

    /** Starts a preview of an import, of all clients where no taskflow is named; answers its id. */
    String preview(String link, List<String> taskflows) {
        return started(link, taskflows.isEmpty() ? Map.of("kind", "preview") : Map.of("kind", "preview", "taskflows", taskflows));
    }

    /** Starts a run that ends after that many relations; answers its id. */
    String sample(String link, int size) {
        return started(link, Map.of("kind", "sample", "size", size));
    }

    /** Brings a sheet; answers the id of the run that reads it. */
    String bring(String link, Path sheet) {
        return id(calls.upload("/api/v1/links/" + link + "/files?name=" + sheet.getFileName(), sheet));
    }

    RunCalls runs() {
        return new RunCalls(calls, this::all);
    }

    private String started(String link, Map<String, ?> run) {
        return id(calls.call("POST", "/api/v1/links/" + link + "/runs", run));
    }

    static String id(JsonCalls.Reply begun) {
        var location = begun.expect(202).location();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Starts a full run that ends with a certificate; answers its id. */
    String verify(String link) {
        return started(link, Map.of("kind", "full", "verify", true));
    }

    JsonNode certificate(String link) {
        return calls.get("/api/v1/links/" + link + "/certificate");
    }

    /** Of a kind: differs, unread, repaired or unpaired. */
    List<JsonNode> exceptions(String link, String kind) {
        return all("/api/v1/links/" + link + "/certificate/exceptions?limit=200&kind=" + kind);
    }

    List<JsonNode> changesSince(String link) {
        return all("/api/v1/links/" + link + "/certificate/changes?limit=200");
    }

    JsonNode run(String run) {
        return calls.get("/api/v1/runs/" + run);
    }

    /** Waits until a run has its closing balance. */
    JsonNode awaitRun(String run, Duration most) {
        await("run " + run + " ends").atMost(most).pollInterval(Duration.ofMillis(200)).until(() -> hasEnded(run(run)));
        return run(run);
    }

    static boolean hasEnded(JsonNode run) {
        return ENDED.contains(run.path("state").asText().toLowerCase(java.util.Locale.ROOT));
    }

    /** Waits until the hub has nothing of its own left to do for a link. */
    void awaitQuiet(String link, Duration most) {
        await("nothing pending and no notice waiting").atMost(most).pollInterval(Duration.ofMillis(300)).until(() -> isQuiet(link));
    }

    boolean isQuiet(String link) {
        return relations(link, "pending").isEmpty() && metric("koppelwerk_waiting") == 0;
    }

    /** All relations of a state; an empty state is every one. */
    List<JsonNode> relations(String link, String state) {
        return all("/api/v1/links/" + link + "/relations?limit=200" + (state.isEmpty() ? "" : "&state=" + state));
    }

    /** The relation that has this id in the source. */
    JsonNode bySource(String link, String source) {
        return relations(link, "").stream().filter(one -> one.path("source").path("id").asText().equals(source)).findFirst()
                .orElseThrow(() -> new AssertionError("the hub knows no relation " + source));
    }

    RelationCalls relation(String relation) {
        return new RelationCalls(calls, relation);
    }

    /** One answer, source or target, to all open questions of that kind; answers how many there were. */
    int resolveAll(String link, String code, String choice) {
        return calls.call("POST", "/api/v1/holds/resolve", Map.of("link", link, "code", code, "choice", choice)).expect(202).body().path("resolved").asInt();
    }

    List<JsonNode> holds() {
        return all("/api/v1/holds?limit=200");
    }

    /** Who did what, newest first. */
    List<JsonNode> audit() {
        return all("/api/v1/audit?limit=200");
    }

    List<JsonNode> deadLetters() {
        return all("/api/v1/dead-letters?limit=200");
    }

    void replay(String deadLetter) {
        calls.call("POST", "/api/v1/dead-letters/" + deadLetter + "/replay", Map.of()).expect(200, 202, 204);
    }

    /** The sum of a metric over the labels that its lines have all of; 0 where there is none. */
    double metric(String name, String... labels) {
        return calls.text("/q/metrics").lines().filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    private List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = calls.get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.get("items").forEach(items::add);
            cursor = page.path("nextCursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return items;
    }
}
