package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnelStartSwitchTest {

    private static final String NOBODY = "/relaties/00000000-0000-4000-8000-000000000009";

    private static Wire wire;

    private String id;

    @BeforeAll
    static void start() {
        wire = new Wire(SandboxOptions.inMemory(30));
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
    }

    @BeforeEach
    void one_relation_more() {
        wire.standard();
        id = create("'naam':'Schakel B.V.','telefoon':'010 123 4567','memo':'','vestigingsAdres':{'straat':'Kade 1','postcode':'1011 AB','plaats':'Urk'}").json().get("id").textValue();
    }

    @ParameterizedTest
    @CsvSource({"clientkey+password, 200, 200, 400", "clientkey, 200, 400, 400", "+client_credentials, 200, 200, 200"})
    void grants(String value, int clientKey, int password, int credentials) {
        wire.set("snelstart.grants", value);

        assertThat(wire.snelstartToken("grant_type=clientkey&clientkey=" + Wire.encoded(Wire.SNELSTART_KEY)).status()).isEqualTo(clientKey);
        assertThat(wire.snelstartToken("grant_type=password&username=demo&password=snelstart-demo").status()).isEqualTo(password);
        assertThat(wire.snelstartToken("grant_type=client_credentials&client_id=demo&client_secret=snelstart-demo").status()).isEqualTo(credentials);
    }

    @ParameterizedTest
    @CsvSource({"400, 400", "401, 401"})
    void token_error_status(String value, int status) {
        wire.set("snelstart.token-error-status", value);

        assertThat(wire.snelstartToken("grant_type=clientkey&clientkey=wrong").status()).isEqualTo(status);
        assertThat(wire.snelstartToken("grant_type=password&username=demo&password=wrong").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"oauth, false", "empty, true"})
    void token_error_body(String value, boolean empty) {
        wire.set("snelstart.token-error-body", value);

        var reply = wire.snelstartToken("grant_type=clientkey&clientkey=wrong");

        assertThat(reply.body().isEmpty()).isEqualTo(empty);
        assertThat(empty || reply.json().get("error").textValue().equals("invalid_grant")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"empty, ''", "apim-json, statusCode", "message-object, message"})
    void expired_token_body(String value, String member) {
        wire.set("snelstart.expired-token-body", value);

        var reply = wire.send("GET", "/snelstart/v2/landen", null, "Ocp-Apim-Subscription-Key", "snelstart-demo-primary", "Authorization", "Bearer old");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(member.isEmpty() ? reply.body().isEmpty() : reply.json().has(member)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"empty, true", "message-object, false"})
    void forbidden_body(String value, boolean empty) {
        wire.set("snelstart.forbidden-body", value);
        var narrow = wire.snelstartToken("grant_type=clientkey&clientkey=ZGVtbzpzbmVsc3RhcnQtbmFycm93").json().get("access_token").textValue();

        var reply = wire.send("GET", "/snelstart/v2/landen", null, "Ocp-Apim-Subscription-Key", "snelstart-demo-primary", "Authorization", "Bearer " + narrow);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body().isEmpty()).isEqualTo(empty);
    }

    @ParameterizedTest
    @CsvSource({"empty,", "message-object, application/json", "html, text/html; charset=utf-8"})
    void server_error_body(String value, String type) {
        wire.set("snelstart.server-error-body", value);
        wire.set("snelstart.fault.rate", "1");

        var reply = wire.snelstartGet("/landen");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Content-Type")).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"absent, false", "present, true"})
    void location_on_201(String value, boolean there) {
        wire.set("snelstart.location-on-201", value);

        assertThat(create("").header("Location") != null).isEqualTo(there);
        assertThat(wire.snelstart("POST", "/kostenplaatsen", "{'omschrijving':'Noord','nummer':" + (500 + value.length()) + "}").header("Location") != null).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({"reset, , ", "keep, 010 123 4567, Kade 1"})
    void put_omission(String value, String phone, String street) {
        wire.set("snelstart.put-omission", value);

        var after = put("'naam':'Schakel B.V.','correspondentieAdres':{'plaats':'Gent'}").json();

        assertThat(after.get("telefoon").textValue()).isEqualTo(phone);
        assertThat(after.at("/vestigingsAdres/straat").textValue()).isEqualTo(street);
        assertThat(after.at("/correspondentieAdres/plaats").textValue()).isEqualTo("Gent");
    }

    @ParameterizedTest
    @CsvSource({"clear, 200,", "keep, 200, 010 123 4567", "reject-400, 400, 010 123 4567"})
    void put_null(String value, int status, String phone) {
        wire.set("snelstart.put-null", value);

        var reply = put("'naam':'Schakel B.V.','telefoon':null");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(status == 200 || reply.json().get("modelState").has("relatie.Telefoon")).isTrue();
        assertThat(relatie().get("telefoon").textValue()).isEqualTo(phone);
    }

    @ParameterizedTest
    @CsvSource({"null, , ", "empty-string, '', ''", "as-written, '',"})
    void empty_text(String value, String written, String never) {
        wire.set("snelstart.empty-text", value);

        assertThat(relatie().get("memo").textValue()).isEqualTo(written);
        assertThat(relatie().get("email").textValue()).isEqualTo(never);
    }

    @ParameterizedTest
    @CsvSource({"object-with-nulls, true, false", "null, false, false", "object-with-country, true, true"})
    void empty_address(String value, boolean isObject, boolean country) {
        wire.set("snelstart.empty-address", value);

        assertThat(relatie().get("correspondentieAdres").isObject()).isEqualTo(isObject);
        assertThat(relatie().at("/correspondentieAdres/land").isObject()).isEqualTo(country);
        assertThat(wire.send("PUT", "/snelstart/v2/relaties/" + id, relatie().toString(), "Ocp-Apim-Subscription-Key", "snelstart-demo-primary", "Authorization", "Bearer " + wire.snelstartToken()).status())
                .as("what was read can be written").isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"include, true", "exclude, false"})
    void list_inactive(String value, boolean listed) {
        wire.set("snelstart.list-inactive", value);
        wire.snelstart("DELETE", "/relaties/" + id, null);

        assertThat(wire.relaties("Id eq guid'" + id + "'").size() == 1).isEqualTo(listed);
    }

    @ParameterizedTest
    @CsvSource({"404, 404", "200, 200"})
    void item_inactive(String value, int status) {
        wire.set("snelstart.item-inactive", value);
        wire.snelstart("DELETE", "/relaties/" + id, null);

        assertThat(wire.snelstartGet("/relaties/" + id).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"ALG-0105, 400", "404, 404", "allow, 200"})
    void put_inactive(String value, int status) {
        wire.set("snelstart.put-inactive", value);
        wire.snelstart("DELETE", "/relaties/" + id, null);

        var reply = put("'naam':'Terug B.V.'");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().contains("ALG-0105")).isEqualTo(status == 400);
    }

    @ParameterizedTest
    @CsvSource({"insertion, false, true", "id, true, true", "shuffled-per-call, false, false"})
    void order(String value, boolean byId, boolean stable) {
        wire.set("snelstart.order", value);

        var first = ids(wire.snelstartGet("/relaties").json());
        var again = ids(wire.snelstartGet("/relaties").json());

        assertThat(first.equals(first.stream().sorted().toList())).isEqualTo(byId);
        assertThat(first.equals(again)).isEqualTo(stable);
        assertThat(new HashSet<>(first)).isEqualTo(new HashSet<>(again));
    }

    @ParameterizedTest
    @CsvSource({"Europe/Amsterdam, 2026-07-01T14:00:00.5", "UTC, 2026-07-01T12:00:00.5"})
    void modified_on_zone(String value, String text) {
        wire.set("snelstart.modified-on-zone", value);

        assertThat(mended("2026-07-01T12:00:00.500Z").get("modifiedOn").textValue()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"variable, .51, ''", "none, '', ''", "three-digits, .510, .000"})
    void modified_on_fraction(String value, String some, String none) {
        wire.set("snelstart.modified-on-fraction", value);

        assertThat(mended("2026-01-01T12:00:00.510Z").get("modifiedOn").textValue()).isEqualTo("2026-01-01T13:00:00" + some);
        assertThat(mended("2026-01-01T12:00:00Z").get("modifiedOn").textValue()).isEqualTo("2026-01-01T13:00:00" + none);
    }

    @ParameterizedTest
    @CsvSource({"naam, 51", "iban, 51", "websiteUrl, 101"})
    void length_error(String field, int length) {
        var given = "'naam':'Lang','" + field + "':'" + "x".repeat(length) + "'";

        assertThat(create(given).json().at("/modelState").properties().iterator().next().getKey()).isEqualToIgnoringCase("relatie." + field);
        wire.set("snelstart.length-error", "model-state-in-array");
        assertThat(create(given).json().get(0).has("modelState")).isTrue();
        wire.set("snelstart.length-error", "rel-array");
        assertThat(create(given).json().at("/0/errorCode").textValue()).startsWith("REL-00");
        wire.set("snelstart.length-error", "empty-400");
        assertThat(create(given).status()).isEqualTo(400);
        assertThat(create(given).body()).isEmpty();
    }

    @Test
    void all_that_does_not_fit_is_told_at_once() {
        var reply = create("'naam':'" + "x".repeat(51) + "','iban':'" + "x".repeat(51) + "','bankieren':'ja'");

        assertThat(reply.json().get("modelState").properties()).extracting(member -> member.getKey()).containsExactlyInAnyOrder("relatie.Naam", "relatie.Iban", "relatie.Bankieren");
    }

    @ParameterizedTest
    @CsvSource({"none, 201, 201", "4000, 201, 400", "250, 400, 400"})
    void memo_max(String value, int short251, int long4001) {
        wire.set("snelstart.memo-max", value);

        assertThat(create("'memo':'" + "x".repeat(251) + "'").status()).isEqualTo(short251);
        assertThat(create("'memo':'" + "x".repeat(4001) + "'").status()).isEqualTo(long4001);
    }

    @ParameterizedTest
    @CsvSource({"message-object, false", "empty, true"})
    void not_found_body(String value, boolean empty) {
        wire.set("snelstart.not-found-body", value);

        assertThat(wire.snelstartGet(NOBODY).status()).isEqualTo(404);
        assertThat(wire.snelstartGet(NOBODY).body().isEmpty()).isEqualTo(empty);
    }

    @ParameterizedTest
    @CsvSource({"assign, 201", "REL-0008-on-zero, 400"})
    void relatiecode_zero(String value, int status) {
        wire.set("snelstart.relatiecode-zero", value);

        assertThat(create("").status()).isEqualTo(status);
        assertThat(create("'relatiecode':0").status()).isEqualTo(status);
        assertThat(create("'relatiecode':" + (70_000 + value.length())).status()).isEqualTo(201);
        assertThat(put("'naam':'Zonder code'").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"8-digits, 400, 400, 400", "max-12-any, 201, 400, 201", "8-digits-if-NL, 400, 400, 201"})
    void kvk_rule(String value, int other, int tooLong, int abroad) {
        wire.set("snelstart.kvk-rule", value);

        assertThat(create("'kvkNummer':'HRB 1234'").status()).isEqualTo(other);
        assertThat(create("'kvkNummer':'1234567890123'").status()).isEqualTo(tooLong);
        assertThat(create("'kvkNummer':'HRB 1234','vestigingsAdres':{'straat':'Kade 1','postcode':'10115','plaats':'Berlin','land':{'id':'" + land("DE") + "'}}").status()).isEqualTo(abroad);
        assertThat(create("'kvkNummer':'69599068'").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"per-administration, false", "fixed, true"})
    void land_ids(String value, boolean same) {
        wire.set("snelstart.land-ids", value);

        wire.control("POST", "/reset", "{\"seed\":11,\"relations\":30}");
        var first = land("NL");
        wire.control("POST", "/reset", "{\"seed\":12,\"relations\":30}");

        assertThat(land("NL").equals(first)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"empty-object, {}", "empty, ''"})
    void delete_body(String value, String body) {
        wire.set("snelstart.delete-body", value);

        assertThat(wire.snelstart("DELETE", "/relaties/" + id, null).body()).isEqualTo(body);
        assertThat(wire.snelstart("DELETE", "/kostenplaatsen/" + wire.snelstart("POST", "/kostenplaatsen", "{'omschrijving':'Weg','nummer':" + (600 + value.length()) + "}").json().get("id").textValue(), null).body())
                .isEqualTo(body);
    }

    @Test
    void common_switches_change_what_comes_back() {
        assertThat(relatie().has("interneKleur")).isTrue();
        wire.set("snelstart.unknown-fields", "false");
        wire.set("snelstart.reformat", "true");
        assertThat(relatie().has("interneKleur")).isFalse();
        assertThat(relatie().at("/vestigingsAdres/plaats").textValue()).isEqualTo("URK");

        wire.set("snelstart.cut-page", "true");
        var one = wire.snelstartGet("/relaties?$top=10").json();
        var other = wire.snelstartGet("/relaties?$top=10").json();
        assertThat(List.of(one.size(), other.size())).containsExactlyInAnyOrder(1, 11);
    }

    private static Wire.Reply create(String given) {
        return wire.snelstart("POST", "/relaties", "{'relatiesoort':['Klant']" + (given.contains("'naam'") ? "" : ",'naam':'Schakel'") + (given.isEmpty() ? "" : "," + given) + "}");
    }

    private Wire.Reply put(String given) {
        return wire.snelstart("PUT", "/relaties/" + id, "{'id':'" + id + "','relatiesoort':['Klant']," + given + "}");
    }

    private JsonNode relatie() {
        return wire.snelstartGet("/relaties/" + id).json();
    }

    /** With a moment of change as a mend in the vendor's database leaves it. */
    private JsonNode mended(String moment) {
        wire.control("PATCH", "/snelstart/records/" + id + "?silently=1", "{\"modifiedOn\":\"" + moment + "\"}");
        return relatie();
    }

    private static String land(String code) {
        for (var land : wire.snelstartGet("/landen").json()) {
            if (land.get("landcodeISO").textValue().equals(code)) {
                return land.get("id").textValue();
            }
        }
        throw new IllegalArgumentException(code);
    }

    private static List<String> ids(JsonNode array) {
        var ids = new ArrayList<String>();
        array.forEach(one -> ids.add(one.get("id").textValue()));
        return ids;
    }
}
