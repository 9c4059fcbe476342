package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminPulseSwitchTest {

    private static final String WRITES = "Bearer adminpulse-write-key";

    private static Wire wire;

    @BeforeAll
    static void start() {
        wire = new Wire(SandboxOptions.inMemory(60));
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
    }

    @AfterEach
    void standard() {
        wire.standard();
    }

    @ParameterizedTest
    @CsvSource({"guess-en, firstName, nationalNumber, PERSON, /addresses/0/city", "guess-nl, voornaam, rijksregisternummer, Persoon, /adressen/0/gemeente",
        "nested-person, person/firstName, person/nationalNumber, PERSON, /addresses/0/city"})
    void field_names(String value, String first, String number, String type, String city) {
        wire.set("adminpulse.field-names", value);

        var unseen = relation("APR00001").get("_assumed");

        assertThat(List.of(unseen.at("/" + first), unseen.at("/" + number), unseen.at(city))).allMatch(JsonNode::isTextual);
        assertThat(unseen.get("type").textValue()).isEqualTo(type);
        assertThat(unseen.at("/status").textValue()).isEqualTo(value.equals("guess-nl") ? "Klant" : "CLIENT");
    }

    @ParameterizedTest
    @CsvSource({"unique-identifier, 1, 0", "uuid, 0, 1", "both, 1, 1"})
    void relation_id(String value, int byIdentifier, int byUuid) {
        wire.set("adminpulse.relation-id", value);
        var uuid = relation("APR00001").get("id").textValue();

        assertThat(results("/tasks?relationId=APR00001")).hasSize(byIdentifier);
        assertThat(results("/tasks?relationId=" + uuid)).hasSize(byUuid);
    }

    @ParameterizedTest
    @CsvSource({"none, 60", "modifiedSince, 0"})
    void delta(String value, int found) {
        wire.set("adminpulse.delta", value);

        assertThat(results("/relations?pageSize=400&modifiedSince=2029-01-01T00:00:00Z")).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({"invented, 302, 401", "off, 404, 404"})
    void oauth(String value, int authorize, int token) {
        wire.set("adminpulse.oauth", value);

        assertThat(wire.send("GET", "/adminpulse/oauth/authorize?response_type=code&client_id=adminpulse-demo-client&redirect_uri=https://hub.example/back", null).status()).isEqualTo(authorize);
        assertThat(wire.send("POST", "/adminpulse/oauth/token", "client_id=x").status()).isEqualTo(token);
    }

    @ParameterizedTest
    @CsvSource({"3600", "60"})
    void token_seconds(int seconds) {
        wire.set("adminpulse.token-seconds", "" + seconds);
        var back = wire.send("GET", "/adminpulse/oauth/authorize?response_type=code&client_id=adminpulse-demo-client&redirect_uri=https://hub.example/back", null);

        var token = wire.send("POST", "/adminpulse/oauth/token", "grant_type=authorization_code&redirect_uri=https://hub.example/back&code=" + back.header("Location").replaceAll(".*code=", "")
                + "&client_id=adminpulse-demo-client&client_secret=adminpulse-demo-secret").json();

        assertThat(token.get("expires_in").intValue()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({"relations.read, 401", "none-checked, 200"})
    void relations_scope(String value, int status) {
        wire.set("adminpulse.relations-scope", value);

        assertThat(wire.send("GET", "/adminpulse/relations", null, "Authorization", "Bearer adminpulse-tasks-key").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"401", "403"})
    void scope_status(int status) {
        wire.set("adminpulse.scope-status", "" + status);

        assertThat(wire.send("GET", "/adminpulse/relations", null, "Authorization", "Bearer adminpulse-tasks-key").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"20", "50"})
    void page_default(int size) {
        wire.set("adminpulse.page-default", "" + size);

        assertThat(results("/relations")).hasSize(size);
    }

    @ParameterizedTest
    @CsvSource({"capped, 200", "400, 400"})
    void page_over(String value, int status) {
        wire.set("adminpulse.page-over", value);

        assertThat(wire.adminpulseGet("/relations?pageSize=401").status()).isEqualTo(status);
        assertThat(wire.adminpulseGet("/relations?pageSize=400").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"empty-results, 200", "404, 404"})
    void past_end(String value, int status) {
        wire.set("adminpulse.past-end", value);

        assertThat(wire.adminpulseGet("/relations?pageSize=60&page=1").status()).isEqualTo(status);
        assertThat(wire.adminpulseGet("/relations?pageSize=60&page=0").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"message-object, application/json", "empty,", "problem, application/problem+json"})
    void error_body(String value, String type) {
        wire.set("adminpulse.error-body", value);

        var reply = wire.adminpulseGet("/relations/APR99999");

        assertThat(reply.header("Content-Type")).isEqualTo(type);
        assertThat(reply.body().isEmpty()).isEqualTo(value.equals("empty"));
    }

    @ParameterizedTest
    @CsvSource({"absent, false", "present, true"})
    void retry_after(String value, boolean told) {
        wire.set("adminpulse.retry-after", value);
        wire.set("adminpulse.quota", "1/min");
        wire.adminpulseGet("/companies");

        assertThat(wire.adminpulseGet("/companies").header("Retry-After") != null).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"included-unmarked, true, false", "excluded, false, false", "included-marked, true, true"})
    void inactive_in_list(String value, boolean listed, boolean marked) {
        wire.set("adminpulse.inactive-in-list", value);

        assertThat(identifiers("/relations?pageSize=400").contains("APR00036")).isEqualTo(listed);
        assertThat(relation("APR00036").get("_assumed").path("inactive").asBoolean()).isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource({"insertion, true", "shuffled-per-call, false"})
    void order(String value, boolean kept) {
        wire.set("adminpulse.order", value);

        var first = identifiers("/relations?pageSize=60");

        assertThat(first).hasSize(60).doesNotHaveDuplicates();
        assertThat(first.equals(identifiers("/relations?pageSize=60"))).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"both-sides, 1", "one-side, 0"})
    void partner_link(String value, int links) {
        wire.set("adminpulse.partner-link", value);

        assertThat(relation("APR00001").get("tos")).hasSize(1);
        assertThat(relation("APR00002").get("tos")).hasSize(links);
        assertThat(relation("APR00009").get("tos")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"lower, [a-z]{2}", "upper, [A-Z]{2}", "empty, ''"})
    void language_codes(String value, String form) {
        wire.set("adminpulse.language-codes", value);

        assertThat(relation("APR00001").at("/_assumed/language").textValue()).matches(form);
    }

    @ParameterizedTest
    @CsvSource({"digits, \\d{11}, 0", "dotted, '\\d\\d\\.\\d\\d\\.\\d\\d-\\d{3}\\.\\d\\d', 0", "sometimes-invalid, \\d{11}, 3"})
    void rrn_format(String value, String form, int wrong) {
        wire.set("adminpulse.rrn-format", value);

        var numbers = results("/relations?pageSize=400").stream().map(one -> one.at("/_assumed/nationalNumber")).filter(JsonNode::isTextual).map(JsonNode::textValue).toList();

        assertThat(numbers).allMatch(number -> number.matches(form));
        // The seed has one wrong number of its own.
        assertThat(numbers.stream().filter(number -> number.endsWith("00")).count()).isGreaterThanOrEqualTo(wrong + 1);
    }

    @ParameterizedTest
    @CsvSource({"all, 200", "400, 400"})
    void tasks_without_window(String value, int status) {
        wire.set("adminpulse.tasks-without-window", value);

        assertThat(wire.adminpulseGet("/tasks").status()).isEqualTo(status);
        assertThat(wire.adminpulseGet("/tasks?deadlineFrom=01012026&deadlineUntil=31122026").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"405, 405, 405", "403, 403, 403", "accepted, 201, 204"})
    void relation_writes(String value, int made, int removed) {
        wire.set("adminpulse.relation-writes", value);

        var reply = wire.send("POST", "/adminpulse/relations", "{\"name\":\"Nieuw\"}", "Authorization", WRITES);

        assertThat(reply.status()).isEqualTo(made);
        var identifier = reply.json().path("uniqueIdentifier").asText("APR00060");
        assertThat(wire.send("DELETE", "/adminpulse/relations/" + identifier, null, "Authorization", WRITES).status()).isEqualTo(removed);
    }

    @ParameterizedTest
    @CsvSource({"none, 0", "thin-post-per-relation, 1"})
    void webhooks(String value, int sent) throws Exception {
        wire.set("adminpulse.webhooks", value);
        try (var listener = new Listener()) {
            wire.control("POST", "/adminpulse/webhooks", "{\"url\":\"" + listener.url() + "\"}");

            wire.control("PATCH", "/adminpulse/records/APR00001", "{\"code\":\"K1\"}");
            wire.control("PATCH", "/adminpulse/records/APR00001?silently=true", "{\"code\":\"K0001\"}");

            await().atMost(Duration.ofSeconds(5)).until(() -> wire.control("GET", "/adminpulse/webhooks", null).json().path("settled").asInt() >= sent);
            assertThat(wire.control("GET", "/adminpulse/webhooks", null).json().path("pending").asInt()).isZero();
        }
        wire.control("DELETE", "/adminpulse/webhooks", null);
    }

    @Test
    void common_switches_change_what_comes_back() {
        assertThat(relation("APR00001").has("dossierkleur")).isTrue();
        wire.set("adminpulse.unknown-fields", "false");
        wire.set("adminpulse.reformat", "true");
        assertThat(relation("APR00001").has("dossierkleur")).isFalse();
        assertThat(relation("APR00001").at("/_assumed/addresses/0/city").textValue()).isUpperCase();

        wire.set("adminpulse.cut-page", "true");
        assertThat(results("/relations?pageSize=10")).hasSize(11);
        assertThat(results("/relations?pageSize=10")).hasSize(1);
    }

    private static JsonNode relation(String identifier) {
        return wire.adminpulseGet("/relations/" + identifier).json();
    }

    private static List<JsonNode> results(String path) {
        var all = new ArrayList<JsonNode>();
        wire.adminpulseGet(path).json().get("results").forEach(all::add);
        return all;
    }

    private static List<String> identifiers(String path) {
        return results(path).stream().map(one -> one.get("uniqueIdentifier").textValue()).toList();
    }
}
