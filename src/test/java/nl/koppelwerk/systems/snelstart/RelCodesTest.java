package nl.koppelwerk.systems.snelstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.koppelwerk.link.CompendaSnelStart;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Readiness;
import nl.koppelwerk.sandbox.Sandbox;
import nl.koppelwerk.sandbox.SandboxOptions;
import nl.koppelwerk.support.Requirement;
import nl.koppelwerk.systems.compenda.CompendaBeans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each REL code of SnelStart's portal, provoked once: caught before anything is sent, or sent all the same and its answer translated. */
class RelCodesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LONG = "x".repeat(60);
    private static final String MANY = IntStream.range(0, 22).mapToObj(at -> "a" + at + "@b.example").collect(Collectors.joining(";"));
    private static final List<String> MAILS = List.of("'shouldSend': true", "'email': 'x'", "'email': 'a@b.example;x'", "'email': 'MANY'", "'ccEmail': 'x'", "'ccEmail': 'x;a@b.example'", "'ccEmail': 'MANY'");
    private static final References COUNTRIES = new References(Map.of(SnelStartTables.LANDEN, Map.of("NL", "1", "BE", "2")));

    private final Map<String, String> table = new TreeMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private Sandbox sandbox;
    private String token;

    @BeforeEach void open() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.inMemory(0));
        var request = HttpRequest.newBuilder(address("/snelstart-auth/b2b/token")).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=clientkey&clientkey=ZGVtbzpzbmVsc3RhcnQtZGVtbw%3D%3D")).build();
        token = JSON.readTree(http.send(request, BodyHandlers.ofString()).body()).path("access_token").asText();
    }

    @AfterEach void close() throws Exception { sandbox.close(); }

    @Test @Requirement({"SN-06", "SN-41"})
    void every_code_is_caught_before_sending_or_translated_after() throws Exception {
        try (var lines = RelCodesTest.class.getResourceAsStream("rel-codes.txt")) {
            for (var line : new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().filter(one -> !one.startsWith("#")).toList()) {
                var parts = line.split(" \\| ", 3);
                provoke(parts[0], parts[1], parts[2].replaceAll("(?<!_)LONG", LONG).replace("MANY", MANY));
            }
        }

        table.forEach((code, how) -> System.out.println(code + " " + how));
        assertThat(table.keySet()).containsExactlyElementsOf(SnelStartPhrasing.CODES.codes().stream().filter(code -> code.startsWith("REL-")).toList());
    }

    private void provoke(String code, String way, String what) throws Exception {
        switch (way) {
            case "checked" -> checked(code, what.split(" -> ")[0], what.split(" -> ")[1]);
            case "mail" -> mails(code, what.split(" "));
            case "put" -> translated(code, sent("PUT", "/relaties/" + made("Klant"), what));
            case "delete" -> translated(code, deleted(what.split(" ")[0], what.split(" ")[1]));
            case "raw" -> translated(code, call("POST", "/relaties", what));
            case "told" -> translated(code, JSON.readTree(what));
            default -> translated(code, sent("POST", "/relaties", what));
        }
    }

    /** What our check says of a relation with that change. */
    private void checked(String code, String change, String reason) throws IOException {
        var wire = (ObjectNode) JSON.readTree(CompendaBeans.class.getResourceAsStream("relation.json"));
        merge(wire, JSON.readTree("{" + change + "}"));
        var read = CompendaBeans.read(wire, "DEBTOR");
        var rules = new CompendaSnelStart().rules(JSON.createObjectNode(), CompendaBeans.connector(Map.of()).dialect(References.NONE), SnelStartBeans.connector(Map.of()).dialect(COUNTRIES));

        var readiness = Readiness.of(rules, new Sighting(Side.SOURCE, read.id(), read.relation(), "", null, Instant.now()));

        assertThat(readiness.reasons().stream().map(one -> (one.code() + " " + one.subject()).strip())).as(code + " " + readiness).contains(reason);
        table.put(code, "caught before sending, " + readiness.verdict() + ": " + reason);
    }

    private static void merge(ObjectNode record, JsonNode change) {
        change.properties().forEach(member -> {
            if (member.getValue().isObject() && record.path(member.getKey()) instanceof ObjectNode there) merge(there, member.getValue());
            else record.set(member.getKey(), member.getValue());
        });
    }

    private void mails(String sort, String[] numbers) throws Exception {
        for (int at = 0; at < numbers.length; at++)
            translated("REL-%04d".formatted(Integer.parseInt(numbers[at])), sent("POST", "/relaties", ("'" + sort + "EmailVersturen': {" + MAILS.get(at) + "}").replace('\'', '"').replace("MANY", MANY)));
    }

    private void translated(String code, JsonNode answer) {
        var complaints = new SnelStartPhrasing("relaties:write").complaints(answer);

        assertThat(complaints).as(code + " of " + answer).anySatisfy(one -> assertThat(one.code()).isEqualTo(code));
        var reason = SnelStartPhrasing.CODES.entry(code).orElseThrow().reason("SnelStart", code);
        assertThat(reason.text()).endsWith("(" + code + ")");
        table.put(code, "translated after: " + reason.text());
    }

    private JsonNode sent(String method, String path, String members) throws Exception {
        var relatie = (ObjectNode) JSON.readTree("{\"naam\": \"Proef B.V.\", \"relatiesoort\": [\"Klant\"]}");
        var given = members.contains("SUPPLIER") ? members.replace("SUPPLIER", made("Leverancier")) : members;
        relatie.setAll((ObjectNode) JSON.readTree("{" + given.replace("\"ID\"", '"' + path.substring(path.lastIndexOf('/') + 1) + '"') + "}"));
        return call(method, path, relatie.toString());
    }

    private String made(String kind) throws Exception {
        return call("POST", "/relaties", "{\"naam\": \"Proef B.V.\", \"relatiesoort\": [\"" + kind + "\"]}").path("id").asText();
    }

    private JsonNode deleted(String kind, String use) throws Exception {
        var id = made(kind);
        switch (use) {
            case "invoice" -> desk("POST", "/records/" + id + "/invoices", "{}");
            case "payer" -> sent("POST", "/relaties", "\"factuurRelatie\": {\"id\": \"" + id + "\"}");
            default -> desk("PATCH", "/records/" + id, "{\"gebruik\": {\"" + use + "\": true}}");
        }
        return call("DELETE", "/relaties/" + id, "");
    }

    private void desk(String method, String path, String body) throws Exception {
        var answer = http.send(HttpRequest.newBuilder(address("/_sandbox/snelstart" + path)).method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isBetween(200, 201);
    }

    private JsonNode call(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(address("/snelstart/v2" + path)).header("Content-Type", "application/json").header("Authorization", "Bearer " + token)
            .header("Ocp-Apim-Subscription-Key", "snelstart-demo-primary").method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private URI address(String path) { return URI.create("http://127.0.0.1:" + sandbox.port() + path); }
}
