package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClickmateWireTest {

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
    void a_listing_walked_by_cursor_shows_every_customer_once_in_the_order_of_change() {
        var seen = new ArrayList<String>();
        var order = new ArrayList<String>();

        walk("/customers?limit=40").forEach(item -> {
            seen.add(item.get("id").textValue());
            order.add(item.get("modifiedAt").textValue() + item.get("id").textValue());
        });

        assertThat(seen).hasSizeGreaterThanOrEqualTo(250).doesNotHaveDuplicates();
        assertThat(order).isSorted();
    }

    @Test
    void the_delta_holds_the_given_moment_and_what_came_after() {
        var customer = made("Delta ApS");

        var page = wire.clickmateGet("/customers?limit=200&modifiedSince=" + customer.get("modifiedAt").textValue()).json();

        assertThat(page.get("items").findValuesAsText("id")).contains(id(customer));
        assertThat(page.get("items")).allSatisfy(item -> assertThat(item.get("modifiedAt").textValue()).isGreaterThanOrEqualTo(customer.get("modifiedAt").textValue()));
    }

    @Test
    void a_limit_above_200_or_a_foreign_parameter_or_cursor_is_malformed() {
        assertThat(wire.clickmateGet("/customers?limit=201").status()).isEqualTo(400);
        assertThat(wire.clickmateGet("/customers?since=x").status()).isEqualTo(400);
        assertThat(wire.clickmateGet("/customers?cursor=abc").status()).isEqualTo(400);
        assertThat(wire.clickmateGet("/customers?modifiedSince=yesterday").header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void invented_customers_are_of_every_lifecycle_with_valid_numbers_and_up_to_three_contacts() {
        wire.control("POST", "/reset", "{\"seed\":7,\"relations\":250}");

        var all = walk("/customers?limit=200");

        assertThat(all).extracting(one -> one.get("lifecycle").textValue()).contains("ACTIVE", "PROSPECT", "INACTIVE");
        assertThat(all).extracting(one -> one.get("autoSync").booleanValue()).contains(true, false);
        assertThat(all).filteredOn(one -> one.has("cvrNumber")).hasSizeGreaterThan(200).allMatch(one -> isCvr(one.get("cvrNumber").textValue()));
        assertThat(all).filteredOn(one -> one.has("eanNumber")).isNotEmpty().allMatch(one -> isEan(one.get("eanNumber").textValue()));
        assertThat(all).extracting(one -> one.get("contacts").size()).contains(0, 1, 2, 3);
    }

    @Test
    void an_unknown_key_is_401_and_the_key_of_another_account_403() {
        var path = "/clickmate/assumed/clickmate/v0/accounts/demo/customers";

        assertThat(wire.send("GET", path, null).status()).isEqualTo(401);
        assertThat(wire.send("GET", path, null, "Authorization", "Bearer nonsense").status()).isEqualTo(401);
        assertThat(wire.send("GET", path, null, "Authorization", "Bearer clickmate-other-key").status()).isEqualTo(403);
    }

    @Test
    void a_customer_is_made_once_for_a_key_however_often_it_is_sent() {
        var first = wire.clickmatePost("/customers", "{\"name\":\"Nøglens Bageri ApS\"}", "key-once");
        var again = wire.clickmatePost("/customers", "{\"name\":\"Nøglens Bageri ApS\"}", "key-once");
        var unquoted = wire.clickmate("POST", "/customers", "{\"name\":\"Nøglens Bageri ApS\"}", "Content-Type", "application/json", "Idempotency-Key", "key-once");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json()).isEqualTo(unquoted.json());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(named("Nøglens Bageri ApS")).isEqualTo(1);
    }

    @Test
    void a_key_with_another_body_is_422_and_a_missing_one_400() {
        wire.clickmatePost("/customers", "{\"name\":\"Første ApS\"}", "key-twice");

        assertThat(wire.clickmatePost("/customers", "{\"name\":\"Anden ApS\"}", "key-twice").status()).isEqualTo(422);
        assertThat(wire.clickmate("POST", "/customers", "{\"name\":\"Anden ApS\"}", "Content-Type", "application/json").status()).isEqualTo(400);
        assertThat(named("Anden ApS")).isZero();
    }

    @Test
    void a_key_is_forgotten_after_a_day_of_the_sandboxs_clock() {
        wire.clickmatePost("/customers", "{\"name\":\"Gårsdagens ApS\"}", "key-day");

        wire.control("POST", "/clock", "{\"offsetSeconds\":86460}");
        var later = wire.clickmatePost("/customers", "{\"name\":\"Gårsdagens ApS\"}", "key-day");
        wire.control("POST", "/clock", "{\"offsetSeconds\":0}");

        assertThat(later.status()).isEqualTo(201);
        assertThat(named("Gårsdagens ApS")).isEqualTo(2);
    }

    @Test
    void a_refused_create_leaves_its_key_free() {
        assertThat(wire.clickmatePost("/customers", "{\"email\":\"x\"}", "key-free").status()).isEqualTo(422);

        assertThat(wire.clickmatePost("/customers", "{\"name\":\"Rettet ApS\"}", "key-free").status()).isEqualTo(201);
    }

    @Test
    void a_patch_with_the_version_read_changes_only_what_it_names_and_moves_version_and_moment() {
        var before = loaded("{\"name\":\"Ærø Røgeri ApS\",\"phone\":\"32 12 34 56\",\"address\":{\"street\":\"Nørregade 10, 2.\",\"city\":\"Ærøskøbing\"},\"externalRefs\":[{\"system\":\"ARKIV\",\"id\":\"A-1\"}]}");

        var after = wire.clickmatePatch(path(before), "{\"phone\":null,\"address\":{\"city\":\"Marstal\"}}", etag(before));

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.json().has("phone")).isFalse();
        assertThat(after.json().get("address")).hasToString("{\"street\":\"Nørregade 10, 2.\",\"city\":\"Marstal\"}");
        assertThat(after.json().get("externalRefs")).isEqualTo(before.get("externalRefs"));
        assertThat(after.json().get("version").intValue()).isEqualTo(before.get("version").intValue() + 1);
        assertThat(after.header("ETag")).isEqualTo(etag(after.json())).isEqualTo(wire.clickmateGet(path(before)).header("ETag"));
        assertThat(after.json().get("modifiedAt").textValue()).isGreaterThanOrEqualTo(before.get("modifiedAt").textValue()).matches("[^.]*Z");
    }

    @Test
    void a_stale_version_is_412_a_missing_one_428_and_another_media_type_415() {
        var customer = made("Version ApS");

        assertThat(wire.clickmatePatch(path(customer), "{\"phone\":\"1\"}", "\"999\"").status()).isEqualTo(412);
        assertThat(wire.clickmate("PATCH", path(customer), "{}", "Content-Type", "application/merge-patch+json").status()).isEqualTo(428);
        assertThat(wire.clickmate("PATCH", path(customer), "{}", "Content-Type", "application/json", "If-Match", etag(customer)).status()).isEqualTo(415);
        assertThat(wire.clickmatePatch(path(customer), "[1]", etag(customer)).status()).isEqualTo(400);
        assertThat(wire.clickmateGet(path(customer)).json()).isEqualTo(customer);
    }

    @Test
    void refused_fields_are_named_all_at_once() {
        var customer = made("Fejl ApS");

        var reply = wire.clickmatePatch(path(customer), "{\"email\":\"x\",\"contacts\":[],\"name\":null,\"cvrNumber\":\"12\",\"address\":{\"country\":\"Danmark\"},\"website\":\"" + "w".repeat(256) + "\"}", etag(customer));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("errors").findValuesAsText("code"))
                .containsExactly("EMAIL_FORMAT", "NOT_WRITABLE", "REQUIRED", "CVR_FORMAT", "COUNTRY_CODE", "TOO_LONG");
        assertThat(reply.json().get("errors").findValuesAsText("pointer")).contains("/address/country");
    }

    @Test
    void a_contact_is_made_and_patched_below_its_customer_whose_version_moves() {
        var customer = made("Kontakt ApS");

        var contact = wire.clickmatePost(path(customer) + "/contacts", "{\"name\":\"Mette Sørensen\"}", "key-contact");
        var once = wire.clickmatePost(path(customer) + "/contacts", "{\"name\":\"Mette Sørensen\"}", "key-contact");
        var where = path(customer) + "/contacts/" + contact.json().get("id").textValue();
        var patched = wire.clickmatePatch(where, "{\"title\":\"Direktør\"}", contact.header("ETag"));

        assertThat(contact.status()).isEqualTo(201);
        assertThat(once.json()).isEqualTo(contact.json());
        assertThat(patched.json().get("title").textValue()).isEqualTo("Direktør");
        var after = wire.clickmateGet(path(customer));
        assertThat(after.json().get("version").intValue()).isEqualTo(3);
        assertThat(after.header("ETag")).isEqualTo(patched.header("ETag"));
        assertThat(after.json().get("contacts")).hasSize(1).isEqualTo(wire.clickmateGet(path(customer) + "/contacts").json().get("items"));
        assertThat(wire.clickmatePatch(where, "{\"title\":\"Chef\"}", etag(customer)).status()).isEqualTo(412);
        assertThat(wire.clickmatePatch(path(customer) + "/contacts/CLK-P-0", "{}", after.header("ETag")).status()).isEqualTo(404);
    }

    @Test
    void settings_are_replaced_in_the_version_that_was_read() {
        var before = wire.clickmateGet("/settings");

        var after = wire.clickmate("PUT", "/settings", "{\"integrationEnabled\":true,\"transferMoment\":\"ON_CREATE\",\"receiveFromEconomic\":false}", "If-Match", before.header("ETag"));
        var odd = wire.clickmate("PUT", "/settings", "{\"transferMoment\":\"SOMETIMES\"}", "If-Match", after.header("ETag"));

        assertThat(before.json()).hasToString("{\"integrationEnabled\":true,\"transferMoment\":\"ON_ACTIVATION\",\"receiveFromEconomic\":true}");
        assertThat(wire.clickmateGet("/settings").json()).isEqualTo(after.json());
        assertThat(odd.status()).isEqualTo(422);
        assertThat(odd.json().get("errors").findValuesAsText("pointer")).containsExactlyInAnyOrder("/integrationEnabled", "/transferMoment", "/receiveFromEconomic");
    }

    @Test
    void nothing_can_be_deleted_and_comparisons_are_the_hubs() {
        var customer = made("Bliver ApS");

        assertThat(wire.clickmate("DELETE", path(customer), null).status()).isEqualTo(405);
        assertThat(wire.clickmate("DELETE", path(customer), null).header("Allow")).isEqualTo("GET, PATCH");
        assertThat(wire.clickmateGet(path(customer) + "/comparison?with=ECONOMIC").status()).isEqualTo(404);
        assertThat(wire.clickmateGet("/customers/CLK-0").status()).isEqualTo(404);
    }

    @Test
    void the_hundred_and_twenty_first_call_of_a_minute_waits() {
        wire.control("POST", "/clock", "{\"offsetSeconds\":3600}");
        wire.set("clickmate.quota", "contract");

        IntStream.range(0, 120).forEach(i -> wire.clickmateGet("/settings"));
        var refused = wire.clickmateGet("/settings");

        wire.control("POST", "/clock", "{\"offsetSeconds\":0}");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void a_person_at_the_desk_changes_customers_and_contacts_and_removes_them() {
        var customer = loaded("{\"name\":\"Skrivebord ApS\"}");

        wire.control("PATCH", desk(customer), "{\"autoSync\":false}");
        var contact = wire.control("POST", desk(customer) + "/contacts", "{\"name\":\"Åse Kjær\"}").json().at("/contacts/0/id").textValue();
        wire.control("PATCH", desk(customer) + "/contacts/" + contact, "{\"title\":\"Indehaver\"}");

        var now = wire.clickmateGet(path(customer)).json();
        assertThat(now.get("autoSync").booleanValue()).isFalse();
        assertThat(now.at("/contacts/0/title").textValue()).isEqualTo("Indehaver");
        assertThat(now.get("version").intValue()).isEqualTo(4);
        wire.control("PATCH", desk(customer) + "?silently=1", "{\"phone\":\"32123456\"}");
        assertThat(wire.clickmateGet(path(customer)).json().get("version").intValue()).isEqualTo(4);
        wire.control("DELETE", desk(customer) + "/contacts/" + contact, null);
        assertThat(wire.clickmateGet(path(customer)).json().get("contacts")).isEmpty();
        assertThat(wire.control("DELETE", desk(customer), null).status()).isEqualTo(204);
        assertThat(wire.clickmateGet(path(customer)).status()).isEqualTo(404);
    }

    @Test
    void six_thousand_customers_are_loaded_in_one_call_and_exported_one_a_line() throws Exception {
        var many = "[" + String.join(",", IntStream.range(0, 6000).mapToObj(i -> "{\"name\":\"Mange " + i + " ApS\",\"contacts\":[{\"name\":\"Ida Lund\"}]}").toList()) + "]";

        try (var fresh = new Wire(SandboxOptions.inMemory(0))) {
            assertThat(fresh.control("POST", "/clickmate/load", many).json().get("loaded").intValue()).isEqualTo(6000);

            var lines = fresh.control("GET", "/clickmate/export", null).body().lines().toList();
            assertThat(lines).hasSize(6000).allMatch(line -> line.contains("\"contacts\":[{\"name\":\"Ida Lund\",\"id\":\"CLK-P-"));
            assertThat(fresh.control("GET", "/clickmate/webhooks", null).json().get("pending").intValue()).isZero();
            assertThat(fresh.control("POST", "/clickmate/load", "{\"name\":\"x\"}").status()).isEqualTo(400);
        }
    }

    private static java.util.List<JsonNode> walk(String path) {
        var found = new ArrayList<JsonNode>();
        String cursor = "";
        while (cursor != null) {
            var page = wire.clickmateGet(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).json();
            page.get("items").forEach(found::add);
            cursor = page.get("nextCursor").textValue();
        }
        return found;
    }

    private static long named(String name) {
        return wire.control("GET", "/clickmate/export", null).body().lines().filter(line -> line.contains("\"" + name + "\"")).count();
    }

    private static JsonNode made(String name) {
        return wire.clickmatePost("/customers", "{\"name\":\"" + name + "\"}", "make " + name).json();
    }

    private static JsonNode loaded(String customer) {
        return wire.clickmateGet("/customers/" + id(wire.control("POST", "/clickmate/records", customer).json())).json();
    }

    private static String id(JsonNode customer) {
        return customer.get("id").textValue();
    }

    private static String path(JsonNode customer) {
        return "/customers/" + id(customer);
    }

    private static String desk(JsonNode customer) {
        return "/clickmate/records/" + id(customer);
    }

    private static String etag(JsonNode customer) {
        return "\"" + customer.get("version") + "\"";
    }

    private static boolean isCvr(String digits) {
        var weights = new int[] {2, 7, 6, 5, 4, 3, 2, 1};
        return digits.length() == 8 && IntStream.range(0, 8).map(i -> weights[i] * (digits.charAt(i) - '0')).sum() % 11 == 0;
    }

    private static boolean isEan(String digits) {
        return digits.length() == 13 && IntStream.range(0, 13).map(i -> (i % 2 == 0 ? 1 : 3) * (digits.charAt(i) - '0')).sum() % 10 == 0;
    }
}
