package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompendaWireTest {

    private static Wire wire;

    @BeforeAll
    static void start() {
        wire = new Wire(SandboxOptions.inMemory(250));
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
    }

    @AfterEach
    void standard() {
        wire.standard();
    }

    @Test
    void a_listing_walked_by_cursor_shows_every_relation_once_in_the_order_of_change() {
        var seen = new ArrayList<String>();
        var order = new ArrayList<String>();

        walk("/relations?limit=40").forEach(item -> {
            seen.add(id(item));
            order.add(item.get("modifiedAt").textValue() + id(item));
        });

        assertThat(seen).hasSizeGreaterThanOrEqualTo(250).doesNotHaveDuplicates();
        assertThat(order).isSorted();
    }

    @Test
    void the_delta_holds_the_given_moment_and_what_came_after() {
        var relation = made("Delta B.V.");

        var page = wire.compendaGet("/relations?limit=200&modifiedSince=" + relation.get("modifiedAt").textValue()).json();

        assertThat(page.get("items").findValuesAsText("id")).contains(id(relation));
        assertThat(page.get("items")).allSatisfy(item -> assertThat(item.get("modifiedAt").textValue()).isGreaterThanOrEqualTo(relation.get("modifiedAt").textValue()));
    }

    @ParameterizedTest
    @CsvSource({"limit=201", "limit=0", "since=x", "cursor=abc", "modifiedSince=yesterday"})
    void a_query_that_the_contract_does_not_know_is_malformed(String query) {
        var reply = wire.compendaGet("/relations?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void invented_relations_are_of_every_role_some_twice_some_incomplete_and_some_with_long_names() {
        wire.control("POST", "/reset", "{\"seed\":7,\"relations\":400}");

        var all = walk("/relations?limit=200");

        assertThat(all).extracting(one -> one.get("roles").toString()).contains("[\"DEBTOR\"]", "[\"CREDITOR\"]", "[\"DEBTOR\",\"CREDITOR\"]", "[\"PROSPECT\"]", "[]");
        assertThat(all).extracting(one -> one.get("kind").textValue()).contains("ORGANISATION", "PERSON");
        assertThat(kvks(all).size()).isGreaterThan((int) kvks(all).stream().distinct().count());
        assertThat(all).anyMatch(one -> one.get("name").textValue().length() > 50).anyMatch(one -> !one.has("email")).anyMatch(one -> one.at("/addresses/visiting").isNull());
        assertThat(all).filteredOn(one -> !one.get("contacts").isEmpty()).hasSizeGreaterThan(200)
                .allMatch(one -> one.get("contacts").findValues("isPrimary").stream().filter(JsonNode::booleanValue).count() == 1);
    }

    @Test
    void an_unknown_key_is_401_and_a_key_without_the_right_403() {
        var path = "/compenda/assumed/compenda/v0/relations";

        assertThat(wire.send("GET", path, null).status()).isEqualTo(401);
        assertThat(wire.send("GET", path, null, "Authorization", "Bearer nonsense").status()).isEqualTo(401);
        assertThat(wire.send("GET", path, null, "Authorization", "Bearer compenda-other-key").status()).isEqualTo(403);
        assertThat(wire.send("GET", path, null, "Authorization", "Bearer compenda-read-key").status()).isEqualTo(200);
        assertThat(wire.send("POST", path, "{}", "Authorization", "Bearer compenda-read-key").status()).isEqualTo(403);
    }

    @Test
    void a_relation_is_made_once_for_a_key_however_often_it_is_sent() {
        var body = "{\"kind\":\"ORGANISATION\",\"name\":\"Sleutel B.V.\",\"roles\":[\"DEBTOR\",\"CREDITOR\"]}";
        var first = wire.compendaPost("/relations", body, "key-once");
        var again = wire.compendaPost("/relations", body, "key-once");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).endsWith("/relations/" + id(first.json()));
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(wire.compendaPost("/relations", body.replace("Sleutel", "Ander"), "key-once").status()).isEqualTo(422);
        assertThat(wire.compenda("POST", "/relations", body, "Content-Type", "application/json").status()).isEqualTo(400);
        assertThat(named("Sleutel B.V.")).isEqualTo(1);
    }

    @Test
    void a_patch_with_the_version_read_changes_and_stamps_only_what_it_names() {
        var before = made("Sørensen & Çelik B.V.");
        wire.control("POST", "/clock", "{\"offsetSeconds\":3600}");

        var after = wire.compendaPatch(path(before), "{\"phone\":null,\"email\":\"nieuw@voorbeeld.example\",\"addresses\":{\"visiting\":{\"houseNumber\":\"14\"},\"postal\":null}}", etag(before));

        wire.control("POST", "/clock", "{\"offsetSeconds\":0}");
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.json().has("phone")).isFalse();
        assertThat(after.json().at("/addresses/visiting")).hasToString("{\"street\":\"Coolsingel\",\"houseNumber\":\"14\",\"postalCode\":\"3011 AD\",\"city\":\"Rotterdam\",\"country\":\"NL\"}");
        assertThat(after.json().at("/addresses/postal").isNull()).isTrue();
        assertThat(after.json().get("version").intValue()).isEqualTo(2);
        assertThat(after.header("ETag")).isEqualTo("\"2\"").isEqualTo(wire.compendaGet(path(before)).header("ETag"));
        assertThat(stamped(after.json())).containsExactlyInAnyOrder("email", "phone", "addresses.visiting");
        assertThat(after.json().get("modifiedAt").textValue()).isGreaterThan(before.get("modifiedAt").textValue()).matches("[^.]*Z");
    }

    @Test
    void a_stale_version_is_412_a_missing_one_428_and_another_media_type_415() {
        var relation = made("Versie B.V.");

        assertThat(wire.compendaPatch(path(relation), "{\"phone\":\"1\"}", "\"999\"").status()).isEqualTo(412);
        assertThat(wire.compenda("PATCH", path(relation), "{}", "Content-Type", "application/merge-patch+json").status()).isEqualTo(428);
        assertThat(wire.compenda("PATCH", path(relation), "{}", "Content-Type", "application/json", "If-Match", etag(relation)).status()).isEqualTo(415);
        assertThat(wire.compendaPatch(path(relation), "[1]", etag(relation)).status()).isEqualTo(400);
        assertThat(wire.compendaGet(path(relation)).json()).isEqualTo(relation);
    }

    @Test
    void refused_fields_are_named_all_at_once() {
        var relation = made("Fout B.V.");

        var reply = wire.compendaPatch(path(relation), """
                {"email":"x","contacts":[],"name":null,"kvkNumber":"12","vatNumber":"800","kind":"CLUB","roles":["FRIEND"],"paymentTermDays":"soon","version":1,
                 "creditLimit":{"amount":"veel"},"addresses":{"visiting":{"country":"Nederland","floor":"2"},"summer":{}},"website":"%s"}""".formatted("w".repeat(256)), etag(relation));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("errors").findValuesAsText("code")).containsExactlyInAnyOrder("EMAIL_FORMAT", "NOT_WRITABLE", "REQUIRED", "KVK_NUMBER_FORMAT",
                "VAT_NUMBER_FORMAT", "KIND_FORMAT", "ROLE_VALUE", "PAYMENT_TERMS_FORMAT", "NOT_WRITABLE", "AMOUNT_FORMAT", "COUNTRY_FORMAT", "NOT_WRITABLE", "NOT_WRITABLE", "TOO_LONG");
        assertThat(reply.json().get("errors").findValuesAsText("pointer")).contains("/addresses/visiting/country", "/addresses/summer");
        assertThat(wire.compendaPost("/relations", "{}", "key-fout").json().get("errors").findValuesAsText("pointer")).containsExactlyInAnyOrder("/name", "/kind");
    }

    @Test
    void a_contact_is_made_and_patched_below_its_relation_whose_version_moves() {
        var relation = made("Contact B.V.");

        var contact = wire.compendaPost(path(relation) + "/contacts", "{\"firstName\":\"Sanne\",\"prefix\":\"van der\",\"lastName\":\"Berg\"}", "key-contact");
        var second = wire.compendaPost(path(relation) + "/contacts", "{\"lastName\":\"Çelik\",\"isPrimary\":true}", "key-second");
        var where = path(relation) + "/contacts/" + id(contact.json());
        var patched = wire.compendaPatch(where, "{\"function\":\"Directeur\"}", second.header("ETag"));

        assertThat(contact.status()).isEqualTo(201);
        assertThat(contact.json().get("isPrimary").booleanValue()).isTrue();
        assertThat(patched.json().get("function").textValue()).isEqualTo("Directeur");
        var after = wire.compendaGet(path(relation));
        assertThat(after.header("ETag")).isEqualTo(patched.header("ETag")).isEqualTo("\"4\"").isEqualTo(wire.compendaGet(where).header("ETag"));
        assertThat(after.json().get("contacts")).isEqualTo(wire.compendaGet(path(relation) + "/contacts").json().get("items")).extracting(one -> one.get("isPrimary").booleanValue()).containsExactly(false, true);
        assertThat(wire.compendaPatch(where, "{\"lastName\":null}", after.header("ETag")).status()).isEqualTo(422);
        assertThat(wire.compendaPatch(where, "{}", etag(relation)).status()).isEqualTo(412);
        assertThat(wire.compendaGet(path(relation) + "/contacts/CMP-C-0").status()).isEqualTo(404);
    }

    @Test
    void projects_show_number_and_description_and_nothing_else() {
        wire.set("compenda.unknown-fields", "false");

        var first = wire.compendaGet("/projects?limit=15").json();
        var rest = wire.compendaGet("/projects?limit=15&cursor=" + first.get("nextCursor").textValue()).json();
        wire.control("PUT", "/compenda/projects", "{\"number\":900,\"description\":\"Vestiging Noord\"}");
        var delta = wire.compendaGet("/projects?modifiedSince=2026-01-01T00:00:00Z").json();

        assertThat(first.get("items")).hasSize(15).allMatch(one -> one.get("number").isInt() && one.get("description").isTextual() && one.size() == 2);
        assertThat(rest.get("items")).hasSizeBetween(5, 6);
        assertThat(delta.get("items")).hasToString("[{\"number\":900,\"description\":\"Vestiging Noord\"}]");
        assertThat(wire.compenda("POST", "/projects", "{}").status()).isEqualTo(405);
        assertThat(wire.control("GET", "/compenda/projects", null).json().get("items").findValuesAsText("id")).contains("900");
        assertThat(wire.control("DELETE", "/compenda/projects/900", null).status()).isEqualTo(204);
    }

    @Test
    void the_financial_status_has_a_version_of_its_own_and_moves_nothing_of_the_relation() {
        var relation = made("Saldo B.V.");
        var where = path(relation) + "/financial-status";
        var status = "{\"openAmount\":{\"amount\":\"1210.00\",\"currency\":\"EUR\"},\"overdueAmount\":{\"amount\":\"0.00\",\"currency\":\"EUR\"},\"oldestDueDate\":\"2026-04-03\",\"asOf\":\"2026-03-04T10:21:07Z\"}";

        var before = wire.compendaGet(where);
        var after = wire.compenda("PUT", where, status, "If-Match", before.header("ETag"));

        assertThat(before.json().get("openAmount").isNull()).isTrue();
        assertThat(after.json()).hasToString(status).isEqualTo(wire.compendaGet(where).json());
        assertThat(after.header("ETag")).isEqualTo("\"1\"");
        assertThat(wire.compenda("PUT", where, status, "If-Match", "\"0\"").status()).isEqualTo(412);
        assertThat(wire.compenda("PUT", where, "{\"openAmount\":{\"amount\":\"x\"},\"oldestDueDate\":\"soon\",\"mood\":1}", "If-Match", "\"1\"").json().get("errors").findValuesAsText("code"))
                .containsExactlyInAnyOrder("REQUIRED", "AMOUNT_FORMAT", "DATE_FORMAT", "NOT_WRITABLE");
        assertThat(wire.compendaGet(path(relation)).json()).isEqualTo(relation);
    }

    @Test
    void nothing_can_be_deleted() {
        var relation = made("Blijft B.V.");

        assertThat(wire.compenda("DELETE", path(relation), null).status()).isEqualTo(405);
        assertThat(wire.compenda("DELETE", path(relation), null).header("Allow")).isEqualTo("GET, PATCH");
        assertThat(wire.compendaGet("/relations/CMP-0").status()).isEqualTo(404);
        assertThat(wire.compendaGet("/articles").status()).isEqualTo(404);
    }

    @Test
    void the_hundred_and_twenty_first_call_of_a_minute_waits() {
        wire.control("POST", "/clock", "{\"offsetSeconds\":3600}");
        wire.set("compenda.quota", "contract");

        IntStream.range(0, 120).forEach(i -> wire.compendaGet("/projects?limit=1"));
        var refused = wire.compendaGet("/projects?limit=1");

        wire.control("POST", "/clock", "{\"offsetSeconds\":0}");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void a_person_at_the_desk_changes_relations_and_contacts_and_removes_them() {
        var relation = made("Bureau B.V.");

        wire.control("PATCH", desk(relation), "{\"roles\":[\"PROSPECT\"]}");
        var contact = wire.control("POST", desk(relation) + "/contacts", "{\"lastName\":\"IJsbrand\"}").json().at("/contacts/0/id").textValue();
        wire.control("PATCH", desk(relation) + "/contacts/" + contact, "{\"function\":\"Eigenaar\"}");

        var now = wire.compendaGet(path(relation)).json();
        assertThat(now.get("roles")).hasToString("[\"PROSPECT\"]");
        assertThat(stamped(now)).contains("roles");
        assertThat(now.at("/contacts/0/function").textValue()).isEqualTo("Eigenaar");
        assertThat(now.get("version").intValue()).isEqualTo(4);
        wire.control("PATCH", desk(relation) + "?silently=1", "{\"phone\":\"010 123 4567\"}");
        assertThat(wire.compendaGet(path(relation)).json().get("version").intValue()).isEqualTo(4);
        wire.control("DELETE", desk(relation) + "/contacts/" + contact, null);
        assertThat(wire.control("GET", desk(relation), null).json().get("contacts")).isEmpty();
        assertThat(wire.control("DELETE", desk(relation), null).status()).isEqualTo(204);
        assertThat(wire.compendaGet(path(relation)).status()).isEqualTo(404);
    }

    @Test
    void the_same_seed_invents_the_same_relations_and_a_file_of_them_is_loaded_without_telling_anybody() {
        var first = reset(5);
        var loaded = wire.control("POST", "/compenda/load", "[{\"name\":\"Geladen B.V.\",\"contacts\":[{\"lastName\":\"Berg\"}]},{\"name\":\"Ook B.V.\"}]");

        assertThat(loaded.json().get("loaded").intValue()).isEqualTo(2);
        assertThat(wire.control("GET", "/compenda/export", null).body().lines()).hasSize(32);
        assertThat(wire.control("GET", "/compenda/webhooks", null).json().get("pending").intValue()).isZero();
        assertThat(reset(5)).isEqualTo(first).isNotEqualTo(reset(6));
    }

    @Test
    void what_was_made_outlives_the_program_and_so_does_its_key(@TempDir Path directory) throws Exception {
        JsonNode made;
        try (var before = new Wire(SandboxOptions.inMemory(3).withFile(directory))) {
            made = before.compendaPost("/relations", "{\"kind\":\"PERSON\",\"name\":\"Blijft\"}", "key-stays").json();
        }

        try (var after = new Wire(SandboxOptions.inMemory(3).withFile(directory))) {
            assertThat(after.compendaPost("/relations", "{\"kind\":\"PERSON\",\"name\":\"Blijft\"}", "key-stays").json()).isEqualTo(made).isEqualTo(after.compendaGet(path(made)).json());
        }
    }

    private static String reset(int seed) {
        wire.control("POST", "/reset", "{\"seed\":" + seed + ",\"relations\":30}");
        return wire.control("GET", "/compenda/export", null).body();
    }

    private static List<JsonNode> walk(String path) {
        var found = new ArrayList<JsonNode>();
        String cursor = "";
        while (cursor != null) {
            var page = wire.compendaGet(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).json();
            page.get("items").forEach(found::add);
            cursor = page.get("nextCursor").textValue();
        }
        return found;
    }

    private static List<String> kvks(List<JsonNode> all) {
        return all.stream().filter(one -> one.has("kvkNumber")).map(one -> one.get("kvkNumber").textValue()).toList();
    }

    /** The fields whose moment is that of the last change. */
    private static List<String> stamped(JsonNode relation) {
        return relation.get("fieldModifiedAt").properties().stream().filter(stamp -> stamp.getValue().equals(relation.get("modifiedAt"))).map(stamp -> stamp.getKey()).toList();
    }

    private static long named(String name) {
        return wire.control("GET", "/compenda/export", null).body().lines().filter(line -> line.contains("\"" + name + "\"")).count();
    }

    private static JsonNode made(String name) {
        return wire.compendaPost("/relations", """
                {"kind":"ORGANISATION","name":"%s","roles":["DEBTOR"],"kvkNumber":"68750110","phone":"+31101234567","paymentTermDays":30,
                 "addresses":{"visiting":{"street":"Coolsingel","houseNumber":"12","postalCode":"3011 AD","city":"Rotterdam","country":"NL"}}}""".formatted(name), "make " + name).json();
    }

    private static String id(JsonNode relation) {
        return relation.get("id").textValue();
    }

    private static String path(JsonNode relation) {
        return "/relations/" + id(relation);
    }

    private static String desk(JsonNode relation) {
        return "/compenda/records/" + id(relation);
    }

    private static String etag(JsonNode relation) {
        return "\"" + relation.get("version") + "\"";
    }
}
