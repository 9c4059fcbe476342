package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TribeSwitchTest {

    private static final String ORGANISATION = "Relation_Organization";
    private static final String PERSON = "Relation_Person";

    private static Wire wire;
    private String id;

    @BeforeAll
    static void start() {
        wire = new Wire(SandboxOptions.inMemory(0));
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
    }

    @BeforeEach
    void one_organisation_as_it_was() {
        wire.standard();
        wire.control("POST", "/reset", "{}");
        id = wire.create(ORGANISATION, "{\"Name\":\"Voorbeeld B.V.\",\"PhoneNumber\":\"010 123 4567\",\"ChamberOfCommerceNumber\":\"68750110\",\"ImportId\":\"AC-1\"}").json().get("ID").textValue();
    }

    @ParameterizedTest
    @CsvSource({"put, 200, 400", "post-with-id, 405, 200", "both, 200, 200"})
    void update_verb(String value, int put, int post) {
        wire.set("tribe.update-verb", value);

        assertThat(wire.update(ORGANISATION, id, "{\"Name\":\"A\"}").status()).isEqualTo(put);
        assertThat(wire.create(ORGANISATION, "{\"ID\":\"" + id + "\",\"Name\":\"B\"}").status()).isEqualTo(post);
    }

    @ParameterizedTest
    @CsvSource({"keep, 010 123 4567", "reset, null"})
    void put_omission(String value, String phone) {
        wire.set("tribe.put-omission", value);

        wire.update(ORGANISATION, id, "{\"Name\":\"A\"}");

        assertThat(read().get("PhoneNumber").asText()).isEqualTo(phone);
    }

    @ParameterizedTest
    @CsvSource({"clear, 200, null", "ignore, 200, 010 123 4567", "400, 400, 010 123 4567"})
    void put_null(String value, int status, String phone) {
        wire.set("tribe.put-null", value);

        assertThat(wire.update(ORGANISATION, id, "{\"PhoneNumber\":null}").status()).isEqualTo(status);

        assertThat(read().get("PhoneNumber").asText()).isEqualTo(phone);
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "20, 20", "unlimited, 132"})
    void page_default(String value, int rows) {
        make(120);
        wire.set("tribe.page-default", value);

        assertThat(wire.odata(ORGANISATION, "").json().get("value").size()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({"1000, capped, 200, 211", "200, capped, 200, 200", "unlimited, capped, 200, 211", "200, 400, 400, 0"})
    void page_max_and_page_over(String max, String over, int status, int rows) {
        make(199);
        wire.set("tribe.page-max", max);
        wire.set("tribe.page-over", over);

        var reply = wire.odata(ORGANISATION, "$top=1001");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("value").size()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({"absent, false", "present, true"})
    void next_link(String value, boolean there) {
        wire.set("tribe.next-link", value);

        var first = wire.odata(ORGANISATION, "$top=2&$orderby=ID").json();

        assertThat(first.has("@odata.nextLink")).isEqualTo(there);
        if (there) {
            var next = java.net.URI.create(first.get("@odata.nextLink").textValue().replace("$", "%24"));
            var second = wire.send("GET", next.getRawPath() + "?" + next.getRawQuery(), null, "Authorization", "Bearer " + wire.token()).json();
            assertThat(second.at("/value/0/ID").textValue()).isGreaterThan(first.at("/value/1/ID").textValue());
        }
    }

    @ParameterizedTest
    @CsvSource({"works, 200, 0", "400, 400, -1", "ignored, 200, 12"})
    void filter_last_mutation(String value, int status, int found) {
        wire.set("tribe.filter-last-mutation", value);

        var reply = wire.odata(ORGANISATION, "$filter=LastMutationDate gt 2100-01-01T00:00:00Z");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().has("value") ? reply.json().get("value").size() : -1).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"insertion, true", "shuffled-per-call, false"})
    void order(String value, boolean same) {
        make(50);
        wire.set("tribe.order", value);

        assertThat(wire.odata(ORGANISATION, "").body().equals(wire.odata(ORGANISATION, "").body())).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"works, 201, 1", "ignored, 201, 13", "400, 400, -1"})
    void import_id(String value, int status, int found) {
        wire.set("tribe.import-id", value);

        assertThat(wire.create(ORGANISATION, "{\"Name\":\"x\",\"ImportId\":\"AC-2\"}").status()).isEqualTo(status);
        var hits = wire.odata(ORGANISATION, "$filter=ImportId eq 'AC-2'").json();
        assertThat(hits.has("value") ? hits.get("value").size() : -1).isEqualTo(found);
        assertThat(read().has("ImportId")).isEqualTo(value.equals("works"));
    }

    @ParameterizedTest
    @CsvSource({"odata, '.\"error\".*'", "text, '[^{].*'", "empty, ''"})
    void error_body(String value, String pattern) {
        wire.set("tribe.error-body", value);

        assertThat(wire.create(ORGANISATION, "{}").body()).matches(pattern);
    }

    @ParameterizedTest
    @CsvSource({"none, 200, false", "60/min, 429, true", "60/min-without-retry-after, 429, false"})
    void rate(String value, int status, boolean retryAfter) {
        wire.set("tribe.rate", value);
        wire.set("tribe.quota", "contract");
        for (var i = 0; i < 60; i++) {
            wire.odata("Datastore_Gender", "");
        }

        var late = wire.odata("Datastore_Gender", "");

        assertThat(late.status()).isEqualTo(status);
        assertThat(late.header("Retry-After") != null).isEqualTo(retryAfter);
        wire.control("POST", "/clock", "{\"offsetSeconds\":" + (System.nanoTime() % 3000 + 100) + "}");
    }

    @ParameterizedTest
    @CsvSource({"none, false, 200, 200", "sent-and-ignored, true, 200, 200", "enforced-412, true, 428, 412"})
    void etag(String value, boolean sent, int missing, int stale) {
        wire.set("tribe.etag", value);
        var etag = wire.odata(ORGANISATION + "(" + id + ")", "").header("ETag");
        var path = "/odata/" + ORGANISATION + "(" + id + ")";

        assertThat(etag != null).isEqualTo(sent);
        assertThat(wire.tribe("PUT", path, "{\"Name\":\"A\"}").status()).isEqualTo(missing);
        assertThat(wire.tribe("PUT", path, "{\"Name\":\"B\"}", "If-Match", "W/\"99\"").status()).isEqualTo(stale);
        assertThat(sent && missing == 428 ? wire.tribe("PUT", path, "{\"Name\":\"C\"}", "If-Match", etag).status() : 200).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "86400", "60", "absent"})
    void token_seconds(String value) {
        wire.set("tribe.token-seconds", value);

        assertThat(wire.askToken("").json().path("expires_in").asText("absent")).isEqualTo(value.equals("absent") ? "absent" : value);
    }

    @ParameterizedTest
    @CsvSource({"offline-scope, 400, &scope=read%20write%20offline, 400", "offline-scope, accepted, &scope=read%20write%20offline, 200",
        "organization-id, optional, '', 200", "organization-id, required, '', 400", "organization-id, required, &organization_id=x, 200"})
    void what_a_token_asks_for(String name, String value, String more, int status) {
        wire.set("tribe." + name, value);

        assertThat(wire.askToken(more).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"Pascal, ID, ChamberOfCommerceNumber, VATNumber", "camel-on-read, id, chamberOfCommerceNumber, vatNumber"})
    void field_case(String value, String first, String second, String third) {
        wire.set("tribe.field-case", value);

        assertThat(read().has(first) && read().has(second) && read().has(third)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"400, 400", "accepted, 200"})
    void plus_in_query(String value, int status) {
        wire.set("tribe.plus-in-query", value);

        assertThat(wire.odata(ORGANISATION, "$filter=Name+eq+null").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"Role-reference, 200, 200, 400", "Department, 400, 200, 400", "text-custom-field, 400, 200, 200"})
    void function_field(String value, int role, int department, int custom) {
        var contact = wire.odata("Relationship_Person_Contact_Standard", "$top=1").json().at("/value/0/ID").textValue();
        var director = wire.odata("Datastore_Role", "$filter=Name eq 'Directeur'").json().at("/value/0/ID").textValue();
        wire.set("tribe.function-field", value);

        assertThat(contact(contact, "{\"Role\":{\"ID\":\"" + director + "\"}}")).isEqualTo(role);
        assertThat(contact(contact, "{\"Department\":\"Directeur\"}")).isEqualTo(department);
        assertThat(contact(contact, "{\"_9ecc8d21__f69a__4b1e__8d0a__5c2f7e1a9b01\":\"Directeur\"}")).isEqualTo(custom);
    }

    @ParameterizedTest
    @CsvSource({"Man/Vrouw/Onbekend, Vrouw, 201", "Male/Female, Female, 201", "null-only, Vrouw, 400"})
    void gender_values(String value, String name, int status) {
        wire.set("tribe.gender-values", value);
        var gender = wire.odata("Datastore_Gender", "").json().at("/value/1");

        var person = wire.create(PERSON, "{\"LastName\":\"Berg\",\"Gender\":{\"ID\":\"" + gender.get("ID").textValue() + "\"}}");

        assertThat(gender.get("Name").textValue()).isEqualTo(name);
        assertThat(person.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"400, 400, -1, ''", "kept-in-suffix, 201, 12, A bis"})
    void house_number_letters(String value, int status, int number, String suffix) {
        wire.set("tribe.house-number-letters", value);

        var reply = wire.create("Address", "{\"HouseNumber\":\"12A\",\"HouseNumberSuffix\":\"bis\"}");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("HouseNumber").asInt(-1)).isEqualTo(number);
        assertThat(reply.json().path("HouseNumberSuffix").asText("")).isEqualTo(suffix);
    }

    @ParameterizedTest
    @CsvSource({"navigation-Address, 201", "Address-with-AddressType, 400"})
    void person_address(String value, int status) {
        wire.set("tribe.person-address", value);

        assertThat(wire.create(PERSON, "{\"LastName\":\"Berg\",\"Address\":{\"City\":\"Urk\"}}").status()).isEqualTo(status);
        var person = wire.create(PERSON, "{\"LastName\":\"Dijk\"}").json().get("ID").textValue();
        var type = wire.odata("Datastore_AddressType", "$filter=contains(Name,'priv')").json().at("/value/0/ID").textValue();
        assertThat(wire.create("Address", "{\"City\":\"Urk\",\"Person\":{\"ID\":\"" + person + "\"},\"AddressType\":{\"ID\":\"" + type + "\"}}").status()).isEqualTo(201);
        assertThat(wire.odata("Address", "$filter=Person/ID eq " + person).json().get("value")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"no, false", "yes, true"})
    void child_touches_parent(String value, boolean moves) {
        wire.set("tribe.child-touches-parent", value);
        var organisation = wire.odata(ORGANISATION, "$filter=LastMutationDate lt 2021-01-01T00:00:00Z&$top=1&$orderby=Name").json().at("/value/0/ID").textValue();

        wire.create("Address", "{\"City\":\"Urk\",\"Organization\":{\"ID\":\"" + organisation + "\"}}");

        assertThat(wire.odata(ORGANISATION + "(" + organisation + ")", "").json().get("LastMutationDate").textValue().startsWith("2020")).isEqualTo(!moves);
    }

    @ParameterizedTest
    @CsvSource({"on, 12345678, true", "off, 68750110, false"})
    void kvk_link(String value, String kept, boolean shown) {
        wire.set("tribe.kvk-link", value);

        assertThat(wire.update(ORGANISATION, id, "{\"ChamberOfCommerceNumber\":\"12345678\"}").status()).isEqualTo(200);

        assertThat(read().has("ChamberOfCommerceNumber")).isEqualTo(shown);
        wire.set("tribe.kvk-link", "on");
        assertThat(read().get("ChamberOfCommerceNumber").textValue()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"on, true", "off, false"})
    void dirty_names(String value, boolean blank) {
        wire.set("tribe.dirty-names", value);

        var names = wire.odata(PERSON, "").json().get("value").findValuesAsText("Name");

        assertThat(names.stream().anyMatch(name -> name.startsWith("\n"))).isEqualTo(blank);
    }

    @ParameterizedTest
    @CsvSource({"record, true, true", "id-only, true, false", "empty-with-location, false, false"})
    void create_answer(String value, boolean hasId, boolean hasName) {
        wire.set("tribe.create-answer", value);

        var reply = wire.create(ORGANISATION, "{\"Name\":\"x\"}");

        assertThat(reply.body().contains("\"ID\"")).isEqualTo(hasId);
        assertThat(reply.body().contains("\"Name\"")).isEqualTo(hasName);
        assertThat(reply.header("Location") != null).isEqualTo(!hasId);
    }

    @ParameterizedTest
    @CsvSource({"record, 200", "empty-204, 204"})
    void update_answer(String value, int status) {
        wire.set("tribe.update-answer", value);

        assertThat(wire.update(ORGANISATION, id, "{\"Name\":\"x\"}").status()).isEqualTo(status);
    }

    @Test
    void common_switches_change_what_comes_back() {
        assertThat(read().has("ProfileColor")).isTrue();
        wire.set("tribe.unknown-fields", "false");
        assertThat(read().has("ProfileColor")).isFalse();

        wire.set("tribe.reformat", "true");
        assertThat(read().get("PhoneNumber").textValue()).isNotEqualTo("010 123 4567").matches("[0-9 ]+");

        wire.set("tribe.clock-skew-s", "-86400");
        wire.update(ORGANISATION, id, "{\"Name\":\"x\"}");
        assertThat(java.time.Instant.parse(read().get("LastMutationDate").textValue())).isBefore(java.time.Instant.now().minusSeconds(80_000));

        wire.set("tribe.latency-ms", "40");
        var began = System.nanoTime();
        read();
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(40_000_000);
    }

    @Test
    void a_cut_page_repeats_a_row_or_ends_early_without_an_error() {
        wire.set("tribe.cut-page", "true");

        var repeated = wire.odata(ORGANISATION, "$orderby=ID").json().get("value").findValuesAsText("ID");
        var cut = wire.odata(ORGANISATION, "$orderby=ID").json().get("value").findValuesAsText("ID");

        assertThat(repeated).hasSize(13);
        assertThat(repeated.get(12)).isEqualTo(repeated.get(0));
        assertThat(cut).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2/min, 429", "2/hour, 429", "none, 200", "5/at-once, 200"})
    void quota(String value, int third) {
        wire.control("POST", "/clock", "{\"offsetSeconds\":" + (10_000 + Math.abs(value.hashCode() % 100) * 4000L) + "}");
        var token = wire.askToken("").json().get("access_token").textValue();
        wire.set("tribe.quota", value);

        for (var i = 0; i < 2; i++) {
            assertThat(wire.send("GET", "/tribe/v1/odata/Datastore_Gender", null, "Authorization", "Bearer " + token).status()).isEqualTo(200);
        }

        assertThat(wire.send("GET", "/tribe/v1/odata/Datastore_Gender", null, "Authorization", "Bearer " + token).status()).isEqualTo(third);
        wire.control("POST", "/clock", "{\"offsetSeconds\":0}");
    }

    private static void make(int count) {
        for (var i = 0; i < count; i++) {
            wire.create(ORGANISATION, "{\"Name\":\"Vulling\"}");
        }
    }

    private static int contact(String id, String body) {
        return wire.update("Relationship_Person_Contact_Standard", id, body).status();
    }

    private JsonNode read() {
        return wire.odata(ORGANISATION + "(" + id + ")", "").json();
    }
}
