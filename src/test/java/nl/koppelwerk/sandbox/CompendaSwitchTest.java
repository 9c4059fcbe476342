package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompendaSwitchTest {

    private static final String BASE = "/compenda/assumed/compenda/v0";
    private static final String[] KEY = {"Authorization", "Bearer compenda-demo-key"};
    private static final String RELATION = """
            {"id":"CMP-T","kind":"ORGANISATION","name":"Voorbeeld Advies B.V.","roles":["DEBTOR","CREDITOR"],"kvkNumber":"68750110","paymentTermDays":30,
             "creditLimit":{"amount":"5000.00","currency":"EUR"},
             "addresses":{"visiting":{"street":"Coolsingel","houseNumber":"12","addition":"A","postalCode":"3011 AD","city":"Rotterdam","country":"NL"}},
             "contacts":[{"id":"CMP-C-T","isPrimary":true,"lastName":"Berg"},{"id":"CMP-C-U","lastName":"Çelik"}]}""";

    private static Wire wire;

    @BeforeAll
    static void start() {
        wire = new Wire(SandboxOptions.inMemory(30));
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
    }

    @BeforeEach
    void one_relation_as_it_was() {
        wire.standard();
        wire.control("DELETE", "/compenda/records/CMP-T", null);
        wire.control("POST", "/compenda/records", RELATION);
    }

    @ParameterizedTest
    @CsvSource({"bearer, Authorization, Bearer compenda-demo-key", "api-key-header, X-Api-Key, compenda-demo-key", "basic, Authorization, basic"})
    void auth(String value, String header, String credential) {
        var given = credential.equals("basic") ? "Basic " + Base64.getEncoder().encodeToString("x:compenda-demo-key".getBytes(StandardCharsets.UTF_8)) : credential;
        wire.set("compenda.auth", value);

        assertThat(wire.send("GET", BASE + "/relations/CMP-T", null, header, given).status()).isEqualTo(200);
        assertThat(wire.send("GET", BASE + "/relations/CMP-T", null, header, "wrong").status()).isEqualTo(401);
    }

    @Test
    void tenant_in_the_host() throws Exception {
        assertThat(wire.compendaGet("/relations/CMP-T").status()).isEqualTo(200);
        assertThat(statusAt("demo.compenda.example")).isEqualTo(200);
        assertThat(statusAt("other.compenda.example")).isEqualTo(403);
    }

    @Test
    void tenant_in_the_path() {
        wire.set("compenda.tenant", "path");

        assertThat(wire.send("GET", BASE + "/tenants/demo/relations/CMP-T", null, KEY).status()).isEqualTo(200);
        assertThat(wire.send("GET", BASE + "/tenants/other/relations/CMP-T", null, KEY).status()).isEqualTo(403);
        assertThat(wire.compendaGet("/relations/CMP-T").status()).isEqualTo(404);
        assertThat(wire.send("GET", BASE + "/tenants/other/relations", null, "Authorization", "Bearer compenda-other-key").json().get("items")).isEmpty();
    }

    @Test
    void tenant_in_a_header() {
        wire.set("compenda.tenant", "header");

        assertThat(wire.compenda("GET", "/relations/CMP-T", null, "X-Tenant", "demo").status()).isEqualTo(200);
        assertThat(wire.compenda("GET", "/relations/CMP-T", null, "X-Tenant", "other").status()).isEqualTo(403);
        assertThat(wire.compendaGet("/relations/CMP-T").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"modifiedSince-inclusive, true", "none, false"})
    void delta(String value, boolean heard) {
        wire.set("compenda.delta", value);

        var items = wire.compendaGet("/relations?limit=200&modifiedSince=" + relation().get("modifiedAt").textValue()).json().get("items");

        assertThat(items.size() == 31).isEqualTo(!heard);
    }

    @ParameterizedTest
    @CsvSource({"present, true", "absent, false"})
    void field_stamps(String value, boolean there) {
        wire.set("compenda.field-stamps", value);

        assertThat(relation().has("fieldModifiedAt")).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({"etag-412, 412, 428, 200", "version-in-body-409, 409, 428, 428", "none, 200, 200, 200"})
    void concurrency(String value, int stale, int missing, int tagged) {
        wire.set("compenda.concurrency", value);
        var type = new String[] {"Content-Type", "application/merge-patch+json"};

        assertThat(wire.compendaPatch("/relations/CMP-T", "{\"phone\":\"1\",\"version\":999}".replace(value.startsWith("version") ? "" : ",\"version\":999", ""), "\"999\"").status()).isEqualTo(stale);
        assertThat(wire.compenda("PATCH", "/relations/CMP-T", "{\"phone\":\"2\"}", type).status()).isEqualTo(missing);
        assertThat(wire.compendaPatch("/relations/CMP-T", "{\"phone\":\"3\"}", "\"" + relation().get("version") + "\"").status()).isEqualTo(tagged);
        assertThat(wire.compendaGet("/relations/CMP-T").header("ETag") != null).isEqualTo(value.equals("etag-412"));
    }

    @Test
    void a_version_in_the_body_lets_a_patch_through() {
        wire.set("compenda.concurrency", "version-in-body-409");

        var reply = wire.compenda("PATCH", "/relations/CMP-T", "{\"phone\":\"4\",\"version\":" + relation().get("version") + "}", "Content-Type", "application/merge-patch+json");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("phone").textValue()).isEqualTo("4");
    }

    @Test
    void update_by_merge_patch() {
        assertThat(patch("{\"phone\":\"010 123 4567\"}").json().get("kvkNumber").textValue()).isEqualTo("68750110");
        assertThat(wire.compenda("PUT", "/relations/CMP-T", "{}").status()).isEqualTo(405);
    }

    @Test
    void update_by_full_put() {
        wire.set("compenda.update", "full-put");
        wire.set("compenda.unknown-fields", "false");
        var sent = (com.fasterxml.jackson.databind.node.ObjectNode) relation();
        sent.remove("kvkNumber");

        var reply = wire.compenda("PUT", "/relations/CMP-T", sent.toString(), "Content-Type", "application/json", "If-Match", "\"" + sent.get("version") + "\"");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().has("kvkNumber")).isFalse();
        assertThat(reply.json().get("contacts")).hasSize(2);
        assertThat(patch("{\"phone\":\"1\"}").status()).isEqualTo(405);
        assertThat(wire.compenda("PUT", "/relations/CMP-T", "{}", "Content-Type", "application/json", "If-Match", reply.header("ETag")).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"supported, 1", "ignored, 2"})
    void idempotency(String value, int made) {
        wire.set("compenda.idempotency", value);
        var before = count();

        wire.compendaPost("/relations", "{\"kind\":\"PERSON\",\"name\":\"" + value + "\"}", value);
        wire.compendaPost("/relations", "{\"kind\":\"PERSON\",\"name\":\"" + value + "\"}", value);

        assertThat(count() - before).isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource({"exactly-one, true, false", "none-marked, false, false", "several-marked, true, true"})
    void primary(String value, boolean first, boolean second) {
        wire.set("compenda.primary", value);

        assertThat(relation().get("contacts")).extracting(one -> one.get("isPrimary").booleanValue()).containsExactly(first, second);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"yes|[\"DEBTOR\",\"CREDITOR\"]|200", "no|[\"DEBTOR\"]|422"})
    void both_roles(String value, String shown, int status) {
        wire.set("compenda.both-roles", value);

        assertThat(relation().get("roles")).hasToString(shown);
        assertThat(patch("{\"roles\":[\"CREDITOR\",\"DEBTOR\"]}").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"days, 30, 60, '\"60 dagen netto\"'", "text, '\"30 dagen netto\"', '\"60 dagen netto\"', 60"})
    void payment_terms(String value, String shown, String taken, String refused) {
        wire.set("compenda.payment-terms", value);

        assertThat(relation().get("paymentTermDays")).hasToString(shown);
        assertThat(patch("{\"paymentTermDays\":" + taken + "}").json().get("paymentTermDays")).hasToString(taken);
        assertThat(patch("{\"paymentTermDays\":" + refused + "}").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"EUR, EUR", "missing,"})
    void credit_currency(String value, String shown) {
        wire.set("compenda.credit-currency", value);

        assertThat(relation().at("/creditLimit/currency").textValue()).isEqualTo(shown);
        assertThat(relation().at("/creditLimit/amount").textValue()).isEqualTo("5000.00");
    }

    @ParameterizedTest
    @CsvSource({"split, Coolsingel, 12", "one-line street, Coolsingel 12 A,"})
    void address(String value, String street, String number) {
        wire.set("compenda.address", value);

        assertThat(relation().at("/addresses/visiting/street").textValue()).isEqualTo(street);
        assertThat(relation().at("/addresses/visiting/houseNumber").textValue()).isEqualTo(number);
    }

    @Test
    void a_street_of_one_line_is_kept_in_its_parts() {
        wire.set("compenda.address", "one-line street");

        var reply = patch("{\"addresses\":{\"visiting\":{\"street\":\"'s-Gravendijkwal 7 bis\"}}}");

        assertThat(reply.json().at("/addresses/visiting/street").textValue()).isEqualTo("'s-Gravendijkwal 7 bis");
        wire.set("compenda.address", "split");
        assertThat(relation().at("/addresses/visiting")).hasToString(
                "{\"street\":\"'s-Gravendijkwal\",\"postalCode\":\"3011 AD\",\"city\":\"Rotterdam\",\"country\":\"NL\",\"houseNumber\":\"7\",\"addition\":\"bis\"}");
    }

    @ParameterizedTest
    @CsvSource({"some, true", "clean, false"})
    void dirty(String value, boolean found) throws Exception {
        try (var fresh = new Wire(SandboxOptions.inMemory(0))) {
            fresh.set("compenda.dirty", value);
            fresh.control("POST", "/reset", "{\"seed\":3,\"relations\":400}");

            var lines = fresh.control("GET", "/compenda/export", null).body().lines().map(CompendaSwitchTest::read).toList();

            var kvks = lines.stream().filter(one -> one.has("kvkNumber")).map(one -> one.get("kvkNumber").textValue()).toList();
            assertThat(kvks.stream().distinct().count() < kvks.size()).isEqualTo(found);
            assertThat(lines.stream().anyMatch(one -> one.get("name").textValue().length() > 60)).isEqualTo(found);
            assertThat(lines.stream().anyMatch(one -> !one.at("/addresses/visiting").has("street"))).isEqualTo(found);
        }
    }

    @ParameterizedTest
    @CsvSource({"marked, true", "missing, false"})
    void archived(String value, boolean listed) {
        wire.control("PATCH", "/compenda/records/CMP-T", "{\"archived\":true}");
        wire.set("compenda.archived", value);

        assertThat(wire.compendaGet("/relations?limit=200").json().get("items").findValuesAsText("id").contains("CMP-T")).isEqualTo(listed);
        assertThat(relation().get("archived").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"problem, application/problem+json", "text, text/plain; charset=utf-8"})
    void errors(String value, String type) {
        wire.set("compenda.errors", value);

        assertThat(wire.compendaGet("/relations/CMP-0").header("Content-Type")).isEqualTo(type);
        assertThat(patch("{\"email\":\"x\"}").header("Content-Type")).isEqualTo(type);
    }

    @Test
    void common_switches_change_what_comes_back() {
        assertThat(relation().has("interneKleur")).isTrue();
        wire.set("compenda.unknown-fields", "false");
        wire.set("compenda.reformat", "true");
        assertThat(relation().has("interneKleur")).isFalse();
        assertThat(relation().at("/addresses/visiting/city").textValue()).isEqualTo("ROTTERDAM");

        wire.set("compenda.cut-page", "true");
        var repeated = wire.compendaGet("/relations?limit=10").json();
        var cut = wire.compendaGet("/relations?limit=10").json();
        assertThat(repeated.get("items")).hasSize(11);
        assertThat(cut.get("items")).hasSize(1);
        assertThat(cut.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void a_create_whose_answer_was_lost_is_answered_by_its_key() {
        wire.set("compenda.fault.after-write", "true");
        wire.set("compenda.fault.rate", "1");
        assertThat(wire.compendaPost("/relations", "{\"kind\":\"PERSON\",\"name\":\"Antwoord kwijt\"}", "lost").status()).isEqualTo(503);
        wire.set("compenda.fault.rate", "0");
        var before = count();

        assertThat(wire.compendaPost("/relations", "{\"kind\":\"PERSON\",\"name\":\"Antwoord kwijt\"}", "lost").status()).isEqualTo(201);
        assertThat(count()).isEqualTo(before);
    }

    /** A client of Java names the host itself, so this speaks plainly. */
    private static int statusAt(String host) throws IOException {
        try (var socket = new Socket("127.0.0.1", wire.sandbox.port())) {
            socket.getOutputStream().write(("GET " + BASE + "/relations/CMP-T HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer compenda-demo-key\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return Integer.parseInt(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ")[1]);
        }
    }

    private static Wire.Reply patch(String body) {
        return wire.compendaPatch("/relations/CMP-T", body, "\"" + relation().get("version") + "\"");
    }

    private static JsonNode relation() {
        return wire.compendaGet("/relations/CMP-T").json();
    }

    private static JsonNode read(String line) {
        try {
            return Wire.JSON.readTree(line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long count() {
        return wire.control("GET", "/compenda/export", null).body().lines().count();
    }
}
