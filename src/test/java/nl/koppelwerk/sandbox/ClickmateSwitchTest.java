package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClickmateSwitchTest {

    private static final String CUSTOMER = """
            {"id":"CLK-T","name":"Eksempel ApS","lifecycle":"ACTIVE","cvrNumber":"12345674","email":"info@eksempel.example","phone":"32 12 34 56",
             "address":{"street":"Nørregade 10, 2.","postalCode":"1165","city":"København K","country":"DK"},
             "contacts":[{"id":"CLK-P-T","name":"Mette Hansen","phone":"34 41 23 45","title":"Direktør"}],
             "externalRefs":[{"system":"ECONOMIC","id":"1042"}]}""";

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
    void one_customer_as_it_was() {
        wire.standard();
        wire.control("DELETE", "/clickmate/records/CLK-T", null);
        wire.control("POST", "/clickmate/records", CUSTOMER);
    }

    @ParameterizedTest
    @CsvSource({"bearer, Authorization, Bearer clickmate-demo-key", "api-key-header, X-Api-Key, clickmate-demo-key", "basic, Authorization, basic"})
    void auth(String value, String header, String credential) {
        var path = "/clickmate/assumed/clickmate/v0/accounts/demo/customers/CLK-T";
        var given = credential.equals("basic") ? "Basic " + Base64.getEncoder().encodeToString("x:clickmate-demo-key".getBytes(StandardCharsets.UTF_8)) : credential;
        wire.set("clickmate.auth", value);

        assertThat(wire.send("GET", path, null, header, given).status()).isEqualTo(200);
        assertThat(wire.send("GET", path, null, header, "wrong").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"assumed, true, 200", "minimal, false, 422"})
    void fields(String value, boolean there, int status) {
        wire.set("clickmate.fields", value);

        assertThat(customer().has("cvrNumber")).isEqualTo(customer().has("address")).isEqualTo(there);
        assertThat(customer().at("/contacts/0").has("title")).isEqualTo(there);
        assertThat(customer().get("externalRefs")).hasSize(1);
        assertThat(patch("{\"website\":\"eksempel.example\"}").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"modifiedSince-inclusive, true", "none, false"})
    void delta(String value, boolean heard) {
        wire.set("clickmate.delta", value);

        var items = wire.clickmateGet("/customers?limit=200&modifiedSince=" + customer().get("modifiedAt").textValue()).json().get("items");

        assertThat(items.size() == 31).isEqualTo(!heard);
    }

    @ParameterizedTest
    @CsvSource({"etag-412, 412", "none, 200"})
    void concurrency(String value, int status) {
        wire.set("clickmate.concurrency", value);

        assertThat(wire.clickmatePatch("/customers/CLK-T", "{\"phone\":\"20123456\"}", "\"999\"").status()).isEqualTo(status);
        assertThat(wire.clickmateGet("/customers/CLK-T").header("ETag") == null).isEqualTo(value.equals("none"));
    }

    @ParameterizedTest
    @CsvSource({"supported, 1", "ignored, 2"})
    void idempotency(String value, int made) {
        wire.set("clickmate.idempotency", value);
        var before = count();

        wire.clickmatePost("/customers", "{\"name\":\"" + value + "\"}", value);
        wire.clickmatePost("/customers", "{\"name\":\"" + value + "\"}", value);

        assertThat(count() - before).isEqualTo(made);
    }

    @ParameterizedTest
    @CsvSource({"none, 400", "some, 201"})
    void loose_contacts(String value, int status) {
        wire.set("clickmate.loose-contacts", value);

        assertThat(wire.control("POST", "/clickmate/contacts", "{\"name\":\"Ida Lund\"}").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"as-typed, 32 12 34 56, 34 41 23 45", "E.164, +4532123456, +4534412345"})
    void phone(String value, String ofCustomer, String ofContact) {
        wire.set("clickmate.phone", value);

        assertThat(customer().get("phone").textValue()).isEqualTo(ofCustomer);
        assertThat(customer().at("/contacts/0/phone").textValue()).isEqualTo(ofContact);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"one street line;Nørregade 10, 2.;", "split;Nørregade;10, 2."})
    void address(String value, String street, String number) {
        wire.set("clickmate.address", value);

        assertThat(customer().at("/address/street").textValue()).isEqualTo(street);
        assertThat(customer().at("/address/houseNumber").textValue()).isEqualTo(number);
    }

    @Test
    void a_split_address_is_taken_apart_and_kept_as_one_line() {
        wire.set("clickmate.address", "split");

        var reply = patch("{\"address\":{\"street\":\"Åboulevarden\",\"houseNumber\":\"3\"}}");

        assertThat(reply.json().at("/address/houseNumber").textValue()).isEqualTo("3");
        wire.set("clickmate.address", "one street line");
        assertThat(customer().get("address")).hasToString("{\"street\":\"Åboulevarden 3\",\"postalCode\":\"1165\",\"city\":\"København K\",\"country\":\"DK\"}");
    }

    @ParameterizedTest
    @CsvSource({"marked, true", "missing, false"})
    void archived(String value, boolean listed) {
        wire.control("PATCH", "/clickmate/records/CLK-T", "{\"archived\":true}");
        wire.set("clickmate.archived", value);

        assertThat(wire.clickmateGet("/customers?limit=200").json().get("items").findValuesAsText("id").contains("CLK-T")).isEqualTo(listed);
        assertThat(customer().get("archived").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"problem, application/problem+json", "text, text/plain; charset=utf-8"})
    void errors(String value, String type) {
        wire.set("clickmate.errors", value);

        assertThat(wire.clickmateGet("/customers/CLK-0").header("Content-Type")).isEqualTo(type);
        assertThat(patch("{\"email\":\"x\"}").header("Content-Type")).isEqualTo(type);
    }

    @Test
    void common_switches_change_what_comes_back() {
        assertThat(customer().has("interneFarve")).isTrue();
        wire.set("clickmate.unknown-fields", "false");
        wire.set("clickmate.reformat", "true");
        assertThat(customer().has("interneFarve")).isFalse();
        assertThat(customer().at("/address/city").textValue()).isEqualTo("KØBENHAVN K");

        wire.set("clickmate.cut-page", "true");
        var repeated = wire.clickmateGet("/customers?limit=10").json();
        var cut = wire.clickmateGet("/customers?limit=10").json();
        assertThat(repeated.get("items")).hasSize(11);
        assertThat(cut.get("items")).hasSize(1);
        assertThat(cut.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void a_create_whose_answer_was_lost_is_answered_by_its_key() {
        wire.set("clickmate.fault.after-write", "true");
        wire.set("clickmate.fault.rate", "1");
        assertThat(wire.clickmatePost("/customers", "{\"name\":\"Tabt svar ApS\"}", "lost").status()).isEqualTo(503);
        wire.set("clickmate.fault.rate", "0");
        var before = count();

        var again = wire.clickmatePost("/customers", "{\"name\":\"Tabt svar ApS\"}", "lost");

        assertThat(again.status()).isEqualTo(201);
        assertThat(count()).isEqualTo(before);
    }

    private static Wire.Reply patch(String body) {
        return wire.clickmatePatch("/customers/CLK-T", body, "\"" + customer().get("version") + "\"");
    }

    private static JsonNode customer() {
        return wire.clickmateGet("/customers/CLK-T").json();
    }

    private static long count() {
        return wire.control("GET", "/clickmate/export", null).body().lines().count();
    }
}
