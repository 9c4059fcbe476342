package nl.koppelwerk.proof;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The vendors' stand-ins as a process of their own, and what people do there behind the hub's back. */
final class Vendors implements AutoCloseable {

    static final String AC = "advocaatcentraal";
    static final String TRIBE = "tribe";
    static final String ECONOMIC = "economic";
    static final String CLICKMATE = "clickmate";
    static final String COMPENDA = "compenda";
    static final String SNELSTART = "snelstart";

    private final Path folder;
    private final int port = Program.freePort();
    private final List<String> arguments;
    private final JsonCalls desk = new JsonCalls("http://127.0.0.1:" + port + "/_sandbox", "");
    private Program program;

    private Vendors(Path folder, int relations, Quotas quotas, int clockSpeed) {
        this.folder = folder.resolve("vendors");
        var home = Program.jar().getParent();
        arguments = List.of("-Xmx1g", "-cp", home.resolve("app/*") + ":" + home.resolve("lib/main/*"), "nl.koppelwerk.sandbox.SandboxMain",
                "--port", "" + port, "--file", "records", "--relations", "" + relations, "--quota", quotas.word(), "--clock-speed", "" + clockSpeed);
    }

    /** Seeded with that many relations, without quotas. */
    static Vendors start(Path folder, int relations) {
        return start(folder, relations, Quotas.NONE);
    }

    static Vendors start(Path folder, int relations, Quotas quotas) {
        return start(folder, relations, quotas, 1);
    }

    /** Their clock runs that many times as fast as the real one; what they say of times is theirs, what they log is real. */
    static Vendors start(Path folder, int relations, Quotas quotas, int clockSpeed) {
        var vendors = new Vendors(folder, relations, quotas, clockSpeed);
        vendors.run();
        return vendors;
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    long pid() {
        return program.pid();
    }

    void set(String system, String name, Object value) {
        desk.call("PUT", "/switches", Map.of("sandbox." + system + "." + name, "" + value)).expect(200);
    }

    void latency(int millis) {
        List.of(AC, TRIBE, ECONOMIC, CLICKMATE, COMPENDA, SNELSTART).forEach(system -> set(system, "latency-ms", millis));
    }

    /** Every record of a system, read at one moment. */
    List<JsonNode> export(String system) {
        return desk.text("/" + system + "/export").lines().map(Vendors::json).toList();
    }

    JsonNode record(String system, String id) {
        return desk.get("/" + system + "/records/" + id);
    }

    void edit(String system, String id, Map<String, ?> change) {
        desk.call("PATCH", "/" + system + "/records/" + id, change).expect(200);
    }

    /** Neither stamp nor version moves and no webhook goes out. */
    void editSilently(String system, String id, Map<String, ?> change) {
        desk.call("PATCH", "/" + system + "/records/" + id + "?silently=true", change).expect(200);
    }

    void delete(String system, String id) {
        desk.call("DELETE", "/" + system + "/records/" + id, null).expect(204);
    }

    void editContact(String relation, String contact, Map<String, ?> change) {
        desk.call("PATCH", "/" + AC + "/records/" + relation + "/contacts/" + contact, change).expect(200);
    }

    /** A new relation in AdvocaatCentraal; answers its id. */
    String create(Map<String, ?> relation) {
        return desk.call("POST", "/" + AC + "/records", relation).expect(201).body().get("id").textValue();
    }

    /** As a file that is read in: nobody is told. */
    void load(String system, List<? extends Map<String, ?>> records) {
        desk.call("POST", "/" + system + "/load", records).expect(201);
    }

    /** Webhooks that have not arrived yet and are sent again. */
    int webhooksOnTheirWay() {
        return desk.get("/" + TRIBE + "/webhooks").path("pending").asInt();
    }

    /** How often it was called: {@code query} is the sandbox's, for example {@code system=tribe&method=PUT}. */
    JsonNode calls(String query) {
        return desk.get("/requests/summary?" + query);
    }

    int count(String query) {
        return calls(query).get("total").intValue();
    }

    /** Calls that fit, oldest first. */
    JsonNode requests(String query) {
        return desk.get("/requests?limit=200000&" + query).path("items");
    }

    /** How fast it was called since the calls were forgotten. */
    Pace pace(String system) {
        return Pace.of(requests("system=" + system));
    }

    /** Calls by method, address and status, for a report; an address without what the expression finds. */
    String told(String system, String address) {
        var calls = new TreeMap<String, Integer>();
        calls("system=" + system).path("counts").forEach(row -> calls.merge(row.path("method").asText() + " "
                + row.path("set").asText().replaceFirst(address, "") + " " + row.path("status").asInt(), row.path("count").asInt(), Integer::sum));
        return count("system=" + system) + " calls of " + system + " " + calls;
    }

    /** Who was invited by e-mail. */
    JsonNode mails(String system) {
        return desk.get("/" + system + "/mails").path("items");
    }

    void forgetCalls() {
        desk.call("DELETE", "/requests", null).expect(204);
    }

    void fault(Map<String, ?> fault) {
        desk.call("POST", "/faults", fault).expect(200);
    }

    void mendFaults() {
        desk.call("DELETE", "/faults", null).expect(200);
    }

    @Override
    public void close() {
        program.stop();
    }

    private void run() {
        program = Program.start(folder, folder.resolveSibling("vendors.log"), Map.of(), arguments);
        await("the vendors answer").atMost(Hub.START).pollInterval(Duration.ofMillis(100)).until(this::answers);
    }

    private boolean answers() {
        try {
            return desk.call("GET", "", null).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static JsonNode json(String line) {
        try {
            return JsonCalls.JSON.readTree(line);
        } catch (java.io.IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }
}
