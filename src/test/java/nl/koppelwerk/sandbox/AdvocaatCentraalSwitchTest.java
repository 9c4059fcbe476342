package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdvocaatCentraalSwitchTest {

    private static final String OFFICE = "/advocaatcentraal/assumed/advocaatcentraal/v0/offices/10042";
    private static final String COMPANY = """
            {"id":"AC-T","soort":"BEDRIJF","bedrijfsnaam":"Voorbeeld Advies B.V.","telefoonnummer":"010 123 4567","kvk":"68750110",
             "contactpersonen":[{"id":"AC-C-1","achternaam":"Berg","geslacht":"V"}],
             "adressen":[{"type":"HOOFDKANTOOR","straat":"Coolsingel","huisnummer":"12","toevoeging":"A","plaats":"Rotterdam","land":"NL"}]}""";

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
    void one_company_as_it_was() {
        wire.standard();
        wire.control("DELETE", "/advocaatcentraal/records/AC-T", null);
        wire.control("POST", "/advocaatcentraal/records", COMPANY);
    }

    @ParameterizedTest
    @CsvSource({"api-key-header, X-Api-Key, ac-demo-key", "bearer, Authorization, Bearer ac-demo-key", "basic-user-password, Authorization, basic"})
    void auth(String value, String header, String credential) {
        var given = credential.equals("basic") ? "Basic " + Base64.getEncoder().encodeToString("x:ac-demo-key".getBytes(StandardCharsets.UTF_8)) : credential;
        wire.set("advocaatcentraal.auth", value);

        assertThat(wire.send("GET", OFFICE + "/relations/AC-T", null, header, given).status()).isEqualTo(200);
        assertThat(wire.send("GET", OFFICE + "/relations/AC-T", null, header, "wrong").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void wrong_office_status(int status) {
        wire.set("advocaatcentraal.wrong-office-status", String.valueOf(status));

        assertThat(wire.send("GET", OFFICE + "/relations", null, "X-Api-Key", "ac-other-key").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"modifiedSince-inclusive, 1", "exclusive, 0", "none, 31"})
    void delta(String value, int found) {
        wire.set("advocaatcentraal.delta", value);

        assertThat(wire.acGet("/relations?limit=200&modifiedSince=" + text("gewijzigdOp")).json().get("items")).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({"seconds, .*T..:..:..Z", "milliseconds, .*T..:..:..\\.\\d{3}Z", "minutes, .*T..:..:00Z"})
    void time_precision(String value, String pattern) {
        wire.set("advocaatcentraal.time-precision", value);

        wire.control("PATCH", "/advocaatcentraal/records/AC-T", "{\"kvk\":\"1\"}");

        assertThat(text("gewijzigdOp")).matches(pattern);
    }

    @ParameterizedTest
    @CsvSource({"UTC-with-Z, .*Z", "local-without-zone, .*T..:..:.."})
    void time_zone(String value, String pattern) {
        wire.set("advocaatcentraal.time-zone", value);

        assertThat(text("gewijzigdOp")).matches(pattern);
        assertThat(wire.acGet("/relations?modifiedSince=" + text("gewijzigdOp")).json().get("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"modified-then-id", "id", "shuffled"})
    void order(String value) {
        wire.set("advocaatcentraal.order", value);

        var ids = wire.acGet("/relations?limit=200").json().get("items").findValuesAsText("id").stream().filter(id -> !id.startsWith("AC-C")).toList();

        assertThat(ids).hasSize(31).doesNotHaveDuplicates();
        assertThat(ids.equals(ids.stream().sorted().toList())).isEqualTo(value.equals("id"));
        assertThat(ids.get(30).equals("AC-T")).isEqualTo(!value.equals("shuffled"));
    }

    @ParameterizedTest
    @CsvSource({"with-marks, true", "missing, false"})
    void removed_in_list(String value, boolean there) {
        wire.control("PATCH", "/advocaatcentraal/records/AC-T", "{\"gearchiveerd\":true}");
        wire.set("advocaatcentraal.removed-in-list", value);

        assertThat(wire.acGet("/relations?limit=200").body().contains("AC-T")).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({"200-with-mark, 200", "404, 404", "410, 410"})
    void deleted_item(String value, int status) {
        wire.control("PATCH", "/advocaatcentraal/records/AC-T", "{\"verwijderd\":true}");
        wire.set("advocaatcentraal.deleted-item", value);

        assertThat(wire.acGet("/relations/AC-T").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "no, false"})
    void child_touches_parent(String value, boolean moves) {
        wire.set("advocaatcentraal.child-touches-parent", value);
        var before = text("versie");

        wire.acPatch("/relations/AC-T/contacts/AC-C-1", "{\"functie\":\"x\"}", "\"" + before + "\"");

        assertThat(text("versie").equals(before)).isEqualTo(!moves);
    }

    @ParameterizedTest
    @CsvSource({"etag-412, 428, 412", "none, 200, 200", "version-in-body-409, 428, 409"})
    void concurrency(String value, int missing, int stale) {
        wire.set("advocaatcentraal.concurrency", value);
        var type = "application/merge-patch+json";

        assertThat(wire.ac("PATCH", "/relations/AC-T", "{\"kvk\":\"1\"}", "Content-Type", type).status()).isEqualTo(missing);
        assertThat(wire.ac("PATCH", "/relations/AC-T", value.startsWith("version") ? "{\"kvk\":\"2\",\"versie\":99}" : "{\"kvk\":\"2\"}",
                "Content-Type", type, "If-Match", "\"99\"").status()).isEqualTo(stale);
        assertThat(wire.acGet("/relations/AC-T").header("ETag") != null).isEqualTo(value.equals("etag-412"));
    }

    @Test
    void a_version_in_the_body_that_fits_is_taken() {
        wire.set("advocaatcentraal.concurrency", "version-in-body-409");

        var reply = wire.ac("PATCH", "/relations/AC-T", "{\"kvk\":\"2\",\"versie\":" + text("versie") + "}", "Content-Type", "application/merge-patch+json");

        assertThat(reply.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"merge-patch, PATCH, application/merge-patch+json, 68750110", "full-put, PUT, application/json, null"})
    void update(String value, String verb, String type, String kvk) {
        wire.set("advocaatcentraal.update", value);
        var etag = "\"" + text("versie") + "\"";

        var reply = wire.ac(verb, "/relations/AC-T", "{\"bedrijfsnaam\":\"Anders\"}", "Content-Type", type, "If-Match", etag);

        assertThat(reply.json().get("kvk").asText()).isEqualTo(kvk);
        assertThat(wire.ac(verb.equals("PUT") ? "PATCH" : "PUT", "/relations/AC-T", "{}").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({"stable, true", "renumbered-on-change, false"})
    void contact_ids(String value, boolean same) {
        wire.set("advocaatcentraal.contact-ids", value);

        wire.acPatch("/relations/AC-T", "{\"kvk\":\"1\"}", "\"" + text("versie") + "\"");

        assertThat(relation().get("contactpersonen").get(0).get("id").textValue().equals("AC-C-1")).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"no, 1", "yes, 2"})
    void duplicate_address_type(String value, int count) {
        wire.set("advocaatcentraal.duplicate-address-type", value);

        assertThat(relation().get("adressen").findValuesAsText("type")).hasSize(count).containsOnly("HOOFDKANTOOR");
    }

    @ParameterizedTest
    @CsvSource({"separate-fields, 12", "one-line, 12 A"})
    void house_number(String value, String number) {
        wire.set("advocaatcentraal.house-number", value);

        assertThat(relation().get("adressen").get(0).get("huisnummer").textValue()).isEqualTo(number);
        assertThat(relation().get("adressen").get(0).has("toevoeging")).isEqualTo(value.equals("separate-fields"));
    }

    @ParameterizedTest
    @CsvSource({"M/V/X/null, V, M, 422", "man/vrouw/onbekend, vrouw, man, 422"})
    void gender(String value, String before, String after, int refused) {
        wire.set("advocaatcentraal.gender", value);
        assertThat(relation().get("contactpersonen").get(0).get("geslacht").textValue()).isEqualTo(before);

        var reply = wire.acPatch("/relations/AC-T/contacts/AC-C-1", "{\"geslacht\":\"" + after + "\"}", "\"" + text("versie") + "\"");

        assertThat(reply.json().get("geslacht").textValue()).isEqualTo(after);
        assertThat(wire.acPatch("/relations/AC-T/contacts/AC-C-1", "{\"geslacht\":\"heer\"}", "\"" + text("versie") + "\"").status()).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"present, true", "absent, false"})
    void person_contacts(String value, boolean there) {
        wire.control("PATCH", "/advocaatcentraal/records/AC-T", "{\"soort\":\"PARTICULIER\",\"naam\":\"Jansen\"}");
        wire.set("advocaatcentraal.person-contacts", value);

        assertThat(relation().has("contactpersonen")).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({"60/min, 429", "none, 200"})
    void rate(String value, int status) {
        wire.control("POST", "/clock", "{\"offsetSeconds\":" + (value.equals("none") ? 7200 : 3600) + "}");
        wire.set("advocaatcentraal.quota", "contract");
        wire.set("advocaatcentraal.rate", value);

        for (var i = 0; i < 60; i++) {
            wire.acGet("/relation-types");
        }

        assertThat(wire.acGet("/relation-types").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"extra-types, yes, no", "duplicates, yes, no", "dirty-kvk, some invalid, all valid"})
    void what_a_reset_invents(String name, String with, String without) {
        assertThat(odd(name, with)).isTrue();
        assertThat(odd(name, without)).isFalse();
    }

    @Test
    void common_switches_change_what_comes_back() {
        assertThat(relation().has("interneKleur")).isTrue();
        wire.set("advocaatcentraal.unknown-fields", "false");
        wire.set("advocaatcentraal.reformat", "true");
        assertThat(relation().has("interneKleur")).isFalse();
        assertThat(relation().at("/adressen/0/plaats").textValue()).isEqualTo("ROTTERDAM");

        wire.set("advocaatcentraal.cut-page", "true");
        var repeated = wire.acGet("/relations?limit=10").json();
        var cut = wire.acGet("/relations?limit=10").json();
        assertThat(repeated.get("items")).hasSize(11);
        assertThat(cut.get("items")).hasSize(1);
        assertThat(cut.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void a_fault_rate_after_the_write_leaves_the_change_behind() {
        var etag = "\"" + text("versie") + "\"";
        wire.set("advocaatcentraal.fault.after-write", "true");
        wire.set("advocaatcentraal.fault.rate", "1");

        assertThat(wire.acPatch("/relations/AC-T", "{\"kvk\":\"12345678\"}", etag).status()).isEqualTo(503);

        wire.set("advocaatcentraal.fault.rate", "0");
        assertThat(text("kvk")).isEqualTo("12345678");
    }

    private boolean odd(String name, String value) {
        wire.standard();
        wire.set("advocaatcentraal." + name, value);
        wire.control("POST", "/reset", "{\"seed\":3,\"relations\":200}");
        var page = wire.acGet("/relations?limit=200");
        var numbers = page.json().get("items").findValuesAsText("kvk").stream().filter(kvk -> !kvk.equals("null") && !(name.equals("duplicates") && kvk.equals("onbekend"))).toList();
        var found = switch (name) {
            case "extra-types" -> page.body().contains("RVR");
            case "duplicates" -> numbers.stream().distinct().count() < numbers.size();
            default -> numbers.stream().anyMatch(kvk -> !kvk.matches("\\d{8}"));
        };
        wire.control("POST", "/reset", "{\"seed\":1,\"relations\":30}");
        return found;
    }

    private static ObjectNode relation() {
        return (ObjectNode) wire.acGet("/relations/AC-T").json();
    }

    private static String text(String field) {
        JsonNode value = relation().get(field);
        return value.asText();
    }
}
