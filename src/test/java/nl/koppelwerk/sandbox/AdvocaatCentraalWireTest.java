package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AdvocaatCentraalWireTest {

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

        String cursor = "";
        while (cursor != null) {
            var page = wire.acGet("/relations?limit=40" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).json();
            page.get("items").forEach(item -> {
                seen.add(item.get("id").textValue());
                order.add(item.get("gewijzigdOp").textValue() + item.get("id").textValue());
            });
            cursor = page.get("nextCursor").textValue();
        }

        assertThat(seen).hasSize(250).doesNotHaveDuplicates();
        assertThat(order).isSorted();
    }

    @Test
    void the_delta_holds_the_given_moment_and_what_came_after() {
        var newest = all().get(249);

        var page = wire.acGet("/relations?modifiedSince=" + newest.get("gewijzigdOp").textValue()).json();

        assertThat(page.get("items")).hasSize(1);
        assertThat(page.get("items").get(0).get("id")).isEqualTo(newest.get("id"));
    }

    @Test
    void a_relation_type_filters_the_listing() {
        wire.acGet("/relations?type=RVR&limit=200").json().get("items")
                .forEach(item -> assertThat(item.get("relatietypen").toString()).contains("RVR"));
        assertThat(wire.acGet("/relation-types").json().get("items")).hasSize(5);
    }

    @Test
    void a_limit_above_200_or_a_foreign_parameter_or_cursor_is_malformed() {
        assertThat(wire.acGet("/relations?limit=201").status()).isEqualTo(400);
        assertThat(wire.acGet("/relations?since=x").status()).isEqualTo(400);
        assertThat(wire.acGet("/relations?cursor=abc").status()).isEqualTo(400);
        assertThat(wire.acGet("/relations?modifiedSince=yesterday").header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void an_unknown_key_is_401_and_the_key_of_another_office_403() {
        var path = "/advocaatcentraal/assumed/advocaatcentraal/v0/offices/10042/relations";

        assertThat(wire.send("GET", path, null).status()).isEqualTo(401);
        assertThat(wire.send("GET", path, null, "X-Api-Key", "nonsense").status()).isEqualTo(401);
        assertThat(wire.send("GET", path, null, "X-Api-Key", "ac-other-key").status()).isEqualTo(403);
    }

    @Test
    void a_patch_with_the_version_read_changes_only_what_it_names_and_moves_version_and_moment() {
        var before = company();

        var after = wire.acPatch(path(before), "{\"telefoonnummer\":\"010 765 4321\",\"website\":null}", etag(before));

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.json().get("telefoonnummer").textValue()).isEqualTo("010 765 4321");
        assertThat(after.json().get("website").isNull()).isTrue();
        assertThat(after.json().get("bedrijfsnaam")).isEqualTo(before.get("bedrijfsnaam"));
        assertThat(after.json().get("versie").intValue()).isEqualTo(before.get("versie").intValue() + 1);
        assertThat(after.header("ETag")).isEqualTo("\"" + after.json().get("versie") + "\"").isEqualTo(wire.acGet(path(before)).header("ETag"));
        assertThat(after.json().get("gewijzigdOp").textValue()).isGreaterThan(before.get("gewijzigdOp").textValue()).matches("[^.]*Z");
    }

    @Test
    void a_stale_version_is_412_a_missing_one_428_and_another_media_type_415() {
        var company = company();

        assertThat(wire.acPatch(path(company), "{\"kvk\":\"1\"}", "\"999\"").status()).isEqualTo(412);
        assertThat(wire.ac("PATCH", path(company), "{\"kvk\":\"1\"}", "Content-Type", "application/merge-patch+json").status()).isEqualTo(428);
        assertThat(wire.ac("PATCH", path(company), "{}", "Content-Type", "application/json", "If-Match", etag(company)).status()).isEqualTo(415);
        assertThat(wire.acPatch(path(company), "[1]", etag(company)).status()).isEqualTo(400);
        assertThat(wire.acGet(path(company)).json()).isEqualTo(company);
    }

    @Test
    void refused_fields_are_named_all_at_once() {
        var company = company();

        var reply = wire.acPatch(path(company), "{\"email\":\"x\",\"contactpersonen\":[],\"bedrijfsnaam\":null,\"website\":\"" + "w".repeat(256) + "\"}", etag(company));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("errors").findValuesAsText("code")).containsExactly("EMAIL_FORMAT", "NOT_WRITABLE", "REQUIRED", "TOO_LONG");
    }

    @Test
    void a_contact_is_patched_under_the_version_of_its_relation() {
        var company = company();
        var contact = company.get("contactpersonen").get(0).get("id").textValue();

        var reply = wire.acPatch(path(company) + "/contacts/" + contact, "{\"functie\":\"Notaris\"}", etag(company));

        assertThat(reply.json().get("functie").textValue()).isEqualTo("Notaris");
        var after = wire.acGet(path(company));
        assertThat(reply.header("ETag")).isEqualTo(after.header("ETag")).isNotEqualTo(etag(company));
        assertThat(after.json().get("contactpersonen").get(0).get("functie").textValue()).isEqualTo("Notaris");
    }

    @Test
    void an_address_is_patched_by_its_type_and_one_that_is_not_there_is_not_made() {
        var company = company();

        var reply = wire.acPatch(path(company) + "/addresses/HOOFDKANTOOR", "{\"plaats\":\"IJsselstein\"}", etag(company));
        var missing = wire.acPatch(path(company) + "/addresses/PRIVEADRES", "{\"plaats\":\"Urk\"}", reply.header("ETag"));

        assertThat(reply.json().get("plaats").textValue()).isEqualTo("IJsselstein");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(wire.acGet(path(company)).json().get("adressen").get(0).get("plaats").textValue()).isEqualTo("IJsselstein");
    }

    @Test
    void nothing_can_be_made_or_deleted_through_the_interface() {
        var company = company();

        assertThat(wire.ac("POST", "/relations", "{}").status()).isEqualTo(405);
        assertThat(wire.ac("DELETE", path(company), null).status()).isEqualTo(405);
        assertThat(wire.ac("DELETE", path(company), null).header("Allow")).contains("PATCH");
        assertThat(wire.acGet("/relations/AC-0").status()).isEqualTo(404);
    }

    @Test
    void the_sixty_first_call_of_a_minute_waits() {
        wire.set("advocaatcentraal.quota", "contract");

        var statuses = new HashSet<Integer>();
        for (var i = 0; i < 60; i++) {
            statuses.add(wire.acGet("/relation-types").status());
        }
        var late = wire.acGet("/relation-types");

        assertThat(statuses).containsExactly(200);
        assertThat(late.status()).isEqualTo(429);
        assertThat(Integer.parseInt(late.header("Retry-After"))).isBetween(1, 60);
    }

    private static java.util.List<com.fasterxml.jackson.databind.JsonNode> all() {
        var all = new ArrayList<com.fasterxml.jackson.databind.JsonNode>();
        String cursor = "";
        while (cursor != null) {
            var page = wire.acGet("/relations?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).json();
            page.get("items").forEach(all::add);
            cursor = page.get("nextCursor").textValue();
        }
        return all;
    }

    /** A company with a contact, as it is now. */
    private static com.fasterxml.jackson.databind.JsonNode company() {
        return all().stream().filter(item -> item.get("soort").textValue().equals("BEDRIJF") && !item.get("contactpersonen").isEmpty()
                && !item.get("verwijderd").booleanValue()).findFirst().orElseThrow();
    }

    private static String path(com.fasterxml.jackson.databind.JsonNode relation) {
        return "/relations/" + relation.get("id").textValue();
    }

    private static String etag(com.fasterxml.jackson.databind.JsonNode relation) {
        return "\"" + relation.get("versie") + "\"";
    }
}
