package nl.koppelwerk.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.sandbox.Sandbox;
import nl.koppelwerk.sandbox.SandboxOptions;

/** Running stand-ins of the vendors, with their controls at hand. */
final class StandIns implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private final Sandbox sandbox;
    private final HttpClient http = HttpClient.newHttpClient();

    StandIns(int relations) {
        try {
            sandbox = Sandbox.start(SandboxOptions.inMemory(relations));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    String base() { return "http://127.0.0.1:" + sandbox.port(); }

    static Accounts.Account account(String system, String base) {
        return switch (system) {
            case "tribe" -> new Accounts.Account("tribe", "demo", "tribe", "", base + "/tribe", base + "/tribe-auth",
                Map.of("clientId", "tribe-demo-client", "clientSecret", "tribe-demo-secret"), new Accounts.Limits(0, 0, 5), null, "");
            case "economic" -> new Accounts.Account("economic", "demo", "economic", "1234567", base + "/economic", base + "/economic-apis",
                Map.of("appSecretToken", "economic-demo-app", "agreementGrantToken", "economic-demo-grant"), new Accounts.Limits(3000, 0, 5), null, "");
            case "snelstart" -> new Accounts.Account("snelstart", "demo", "snelstart", "demo", base + "/snelstart", base + "/snelstart-auth",
                Map.of("subscriptionKey", "snelstart-demo-primary", "clientKey", encoded("demo:snelstart-demo")), new Accounts.Limits(500, 5000, 50), null, "");
            case "clickmate" -> new Accounts.Account("clickmate", "demo", "clickmate", "", base + "/clickmate", "",
                Map.of("apiKey", "clickmate-demo-key", "accountId", "demo"), new Accounts.Limits(120, 0, 4), null, "");
            case "compenda" -> new Accounts.Account("compenda", "demo", "compenda", "demo", base + "/compenda", "",
                Map.of("apiKey", "compenda-read-key"), new Accounts.Limits(120, 0, 4), null, "");
            case "adminpulse" -> new Accounts.Account("adminpulse", "demo", "adminpulse", "", base + "/adminpulse", "",
                Map.of("apiKey", "adminpulse-demo-key"), new Accounts.Limits(480, 0, 4), null, "");
            case "admin-consult" -> new Accounts.Account("admin-consult", "demo", "admin-consult", "demo", base + "/admin-consult", "",
                Map.of("apiKey", "admin-consult-demo-key"), new Accounts.Limits(60, 0, 4), null, "");
            case "accounton" -> new Accounts.Account("accounton", "demo", "accounton", "", base + "/accounton", "",
                Map.of("apiKey", "accounton-demo-key"), new Accounts.Limits(60, 0, 4), null, "");
            default -> new Accounts.Account("advocaatcentraal", "demo", "advocaatcentraal", "10042", base + "/advocaatcentraal", "",
                Map.of("apiKey", "ac-demo-key"), new Accounts.Limits(60, 0, 4), null, "");
        };
    }

    /** A name and a password as SnelStart's coupling keys have them. */
    static String encoded(String pair) { return java.util.Base64.getEncoder().encodeToString(pair.getBytes(java.nio.charset.StandardCharsets.UTF_8)); }

    /** Every switch on its default, no faults, an empty request log; the records stay. */
    void calm() {
        control("DELETE", "/switches", null);
        control("DELETE", "/faults", null);
        set("tribe", "quota", "none");
        set("advocaatcentraal", "quota", "none");
        set("clickmate", "quota", "none");
        set("economic", "quota", "none");
        set("compenda", "quota", "none");
        set("snelstart", "quota", "none");
        set("adminpulse", "quota", "none");
        set("admin-consult", "quota", "none");
        set("accounton", "quota", "none");
        forgetRequests();
    }

    void forgetRequests() { control("DELETE", "/requests", null); }

    void set(String system, String name, String value) {
        control("PUT", "/switches", JSON.createObjectNode().put("sandbox." + system + "." + name, value).toString());
    }

    /** {@code {"method": "PUT", "kind": "reset", "times": 1}} and so on. */
    void fault(String json) { control("POST", "/faults", json.replace('\'', '"')); }

    JsonNode requests(String system) { return control("GET", "/requests?system=" + system, null).path("items"); }

    /** How often a call with that method and a path that contains this was received. */
    int received(String system, String method, String path) {
        int count = 0;
        for (var request : requests(system))
            if (request.path("method").asText().equals(method) && request.path("path").asText().contains(path)) count++;
        return count;
    }

    JsonNode record(String system, String id) { return control("GET", "/" + system + "/records/" + id, null); }

    JsonNode edit(String system, String id, String json) { return control("PATCH", "/" + system + "/records/" + id, json.replace('\'', '"')); }

    JsonNode make(String system, String json) { return control("POST", "/" + system + "/records", json.replace('\'', '"')); }

    JsonNode control(String method, String path, String body) { return call(method, "/_sandbox" + path, Map.of(), body); }

    /** As another program would, past the adapter. */
    JsonNode call(String method, String path, Map<String, String> headers, String body) {
        try {
            var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
            var request = HttpRequest.newBuilder(URI.create(base() + path)).timeout(Duration.ofSeconds(20)).method(method, publisher);
            headers.forEach(request::header);
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override public void close() throws Exception { sandbox.close(); }
}
