package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.koppelwerk.relation.EmailAddress;
import nl.koppelwerk.relation.Rijksregisternummer;
import nl.koppelwerk.relation.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminPulseWireTest {

    private static Wire wire;

    @BeforeAll
    static void start() {
        wire = new Wire(SandboxOptions.inMemory(450));
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
    void pages_are_counted_from_zero_and_show_every_relation_once() {
        var first = wire.adminpulseGet("/relations?page=0&pageSize=400").json();
        var second = wire.adminpulseGet("/relations?page=1&pageSize=400").json();

        var seen = new ArrayList<>(identifiers(first));
        seen.addAll(identifiers(second));

        assertThat(first.get("pageCount").intValue()).isEqualTo(2);
        assertThat(first.get("results")).hasSize(400);
        assertThat(seen).hasSize(450).doesNotHaveDuplicates().isSorted().startsWith("APR00001");
        assertThat(wire.adminpulseGet("/relations").json().get("results")).hasSize(20);
        assertThat(wire.adminpulseGet("/relations?page=2&pageSize=400").json().get("results")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"page=-1", "page=x", "pageSize=0", "pageSize=viel"})
    void a_page_that_is_no_number_is_malformed(String query) {
        var reply = wire.adminpulseGet("/relations?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("message").textValue()).isNotBlank();
    }

    @Test
    void a_relation_is_shown_by_its_identifier_as_in_the_list() {
        var row = wire.adminpulseGet("/relations?pageSize=1").json().at("/results/0");

        var one = wire.adminpulseGet("/relations/APR00001").json();

        assertThat(one).isEqualTo(row);
        assertThat(names(one)).contains("id", "uniqueIdentifier", "code", "name", "displayName", "legalForm", "accountingRelationcode", "companyId", "company",
                "relationGroupName", "tos", "_assumed", "commercialName");
        assertThat(names(one.get("_assumed"))).containsExactlyInAnyOrder("type", "status", "firstName", "nationalNumber", "vatNumber", "enterpriseNumber", "email", "phone",
                "mobile", "language", "addresses", "modifiedOn");
        assertThat(one.get("tos")).hasToString("[{\"linkType\":5,\"uniqueIdentifier\":\"APR00002\"}]");
        assertThat(wire.adminpulseGet("/relations/APR99999").status()).isEqualTo(404);
        assertThat(wire.adminpulseGet("/relations/" + one.get("id").textValue()).status()).isEqualTo(404);
    }

    @Test
    void the_invented_clients_are_people_the_self_employed_and_companies_some_incomplete_and_some_wrong() {
        var all = all();
        var people = all.stream().filter(one -> !one.at("/_assumed/type").textValue().equals("COMPANY")).toList();

        assertThat(all).extracting(one -> one.at("/_assumed/type").textValue()).contains("PERSON", "COMPANY", "SOLE_PROPRIETOR");
        assertThat(all).extracting(one -> one.at("/_assumed/status").textValue()).contains("CLIENT", "PROSPECT", "OTHER", "OWN_COMPANY");
        assertThat(all).extracting(one -> one.at("/_assumed/language").textValue()).contains("nl", "fr", "de", "en");
        assertThat(people.stream().filter(one -> one.at("/_assumed/nationalNumber").isNull()).count()).isEqualTo(18);
        assertThat(people.stream().filter(one -> Rijksregisternummer.TYPE.parse(one.at("/_assumed/nationalNumber").asText("")) instanceof Value.Invalid).count()).isEqualTo(9);
        assertThat(all.stream().filter(one -> one.at("/_assumed/email").isNull()).count()).isEqualTo(15);
        assertThat(all.stream().filter(one -> !EmailAddress.TYPE.parse(one.at("/_assumed/email").asText("")).isValid()).count()).isEqualTo(9);
    }

    @Test
    void the_same_seed_gives_the_same_clients_again() {
        var first = wire.control("GET", "/adminpulse/export", null).body();
        wire.control("POST", "/reset", "{\"seed\":1,\"relations\":450}");
        var again = wire.control("GET", "/adminpulse/export", null).body();
        wire.control("POST", "/reset", "{\"seed\":2,\"relations\":450}");
        var other = wire.control("GET", "/adminpulse/export", null).body();
        wire.control("POST", "/reset", "{\"seed\":1,\"relations\":450}");

        assertThat(again).isEqualTo(first).isNotEqualTo(other);
    }

    @Test
    void a_relation_is_found_by_the_digits_of_its_vat_number() {
        var company = wire.adminpulseGet("/relations/APR00009").json();

        var found = wire.adminpulseGet("/relations?vatNumber=" + company.at("/_assumed/vatNumber").textValue().substring(2)).json();

        assertThat(identifiers(found)).containsExactly("APR00009");
    }

    @Test
    void tasks_say_whose_they_are_and_of_which_taskflow() {
        var tasks = wire.adminpulseGet("/tasks?page=0&pageSize=400").json();

        assertThat(tasks.get("results").findValuesAsText("relationUniqueIdentifier")).contains("APR00001").doesNotContain("APR00003");
        assertThat(flows("APR00001")).containsExactly("Personenbelasting");
        assertThat(flows("APR00009")).containsExactly("BTW-aangifte", "Jaarrekening");
        assertThat(flows("APR00005")).containsExactly("BTW-aangifte", "Personenbelasting");
        assertThat(tasks.get("results").findValuesAsText("inapplicable")).contains("true", "false");
        assertThat(names(tasks.at("/results/0"))).contains("id", "name", "templateName", "status", "deadline", "referenceYear", "inapplicable", "subtasks");
    }

    @Test
    void a_window_of_deadlines_is_written_in_days_without_signs() {
        var within = wire.adminpulseGet("/tasks?deadlineFrom=01012026&deadlineUntil=30042026&languageCode=nl&pageSize=400").json();

        assertThat(within.get("results")).isNotEmpty().allSatisfy(task -> assertThat(task.get("templateName").textValue()).isEqualTo("BTW-aangifte"));
        assertThat(wire.adminpulseGet("/tasks?deadlineFrom=2026-01-01&deadlineUntil=30042026").status()).isEqualTo(400);
    }

    @Test
    void a_task_is_worked_on_by_a_key_that_may() {
        var id = wire.adminpulseGet("/tasks?pageSize=1").json().at("/results/0/id").textValue();

        var done = wire.send("PUT", "/adminpulse/tasks/" + id, "{\"status\":2,\"remark\":\"Vragenlijst ontvangen\"}", "Authorization", "Bearer adminpulse-write-key");

        assertThat(done.json().get("status").intValue()).isEqualTo(2);
        assertThat(wire.adminpulseGet("/tasks/" + id).json().get("remark").textValue()).isEqualTo("Vragenlijst ontvangen");
        assertThat(wire.adminpulse("PUT", "/tasks/" + id, "{'status':2}").status()).isEqualTo(401);
        assertThat(wire.send("PUT", "/adminpulse/tasks/" + id, "{\"status\":7}", "Authorization", "Bearer adminpulse-write-key").status()).isEqualTo(400);
        assertThat(wire.adminpulseGet("/tasks/none").status()).isEqualTo(404);
    }

    @Test
    void a_key_opens_what_its_scopes_say() {
        assertThat(wire.send("GET", "/adminpulse/relations", null).status()).isEqualTo(401);
        assertThat(wire.send("GET", "/adminpulse/relations", null, "Authorization", "Bearer wrong").status()).isEqualTo(401);
        assertThat(wire.send("GET", "/adminpulse/relations", null, "Authorization", "Bearer adminpulse-tasks-key").status()).isEqualTo(401);
        assertThat(wire.send("GET", "/adminpulse/tasks", null, "Authorization", "Bearer adminpulse-tasks-key").status()).isEqualTo(200);
        assertThat(wire.adminpulseGet("/nothing").status()).isEqualTo(404);
    }

    @Test
    void some_lists_are_no_pages() {
        assertThat(wire.adminpulseGet("/companies").json().isArray()).isTrue();
    }

    @Test
    void a_code_becomes_a_token_that_ends_and_is_renewed() {
        var code = code("");
        var given = token("grant_type=authorization_code&redirect_uri=https://hub.example/back&code=" + code);
        var bearer = "Bearer " + given.get("access_token").textValue();

        assertThat(given.get("expires_in").intValue()).isEqualTo(3600);
        assertThat(wire.send("GET", "/adminpulse/relations", null, "Authorization", bearer).status()).isEqualTo(200);
        wire.control("POST", "/clock", "{\"offsetSeconds\": 3700}");
        assertThat(wire.send("GET", "/adminpulse/relations", null, "Authorization", bearer).status()).isEqualTo(401);
        var renewed = token("grant_type=refresh_token&refresh_token=" + given.get("refresh_token").textValue());
        assertThat(wire.send("GET", "/adminpulse/tasks", null, "Authorization", "Bearer " + renewed.get("access_token").textValue()).status()).isEqualTo(200);
        assertThat(token("grant_type=authorization_code&redirect_uri=https://hub.example/back&code=" + code).get("error").textValue()).isEqualTo("invalid_grant");
        wire.control("POST", "/clock", "{\"offsetSeconds\": 0}");
    }

    @Test
    void a_token_has_the_scopes_that_were_asked_for_and_a_code_is_none() {
        var code = code("&scope=tasks.read");
        var bearer = "Bearer " + token("grant_type=authorization_code&redirect_uri=https://hub.example/back&code=" + code).get("access_token").textValue();

        assertThat(wire.send("GET", "/adminpulse/relations", null, "Authorization", bearer).status()).isEqualTo(401);
        assertThat(wire.send("GET", "/adminpulse/tasks", null, "Authorization", bearer).status()).isEqualTo(200);
        assertThat(wire.send("GET", "/adminpulse/tasks", null, "Authorization", "Bearer " + code).status()).isEqualTo(401);
        assertThat(wire.send("POST", "/adminpulse/oauth/token", "grant_type=client_credentials&client_id=x").status()).isEqualTo(401);
    }

    @Test
    void the_four_hundred_and_eighty_first_call_of_a_minute_has_to_wait() {
        wire.set("adminpulse.quota", "3/min");
        for (var call = 0; call < 3; call++) {
            assertThat(wire.adminpulseGet("/tasks?pageSize=1").status()).isEqualTo(200);
        }

        var full = wire.adminpulseGet("/tasks?pageSize=1");

        assertThat(full.status()).isEqualTo(429);
        assertThat(full.header("Retry-After")).isNull();
    }

    @Test
    void a_person_makes_changes_and_removes_a_relation_with_or_without_moving_its_moment() {
        var made = wire.control("POST", "/adminpulse/records", "{\"name\":\"Çelik\",\"firstName\":\"Zoë\",\"language\":\"fr\"}").json();
        var identifier = made.get("uniqueIdentifier").textValue();
        var before = wire.adminpulseGet("/relations/" + identifier).json();

        wire.control("PATCH", "/adminpulse/records/" + identifier + "?silently=true", "{\"email\":\"zoe@mail.example\"}");

        var after = wire.adminpulseGet("/relations/" + identifier).json();
        assertThat(before.get("displayName").textValue()).isEqualTo("Çelik Zoë");
        assertThat(after.at("/_assumed/email").textValue()).isEqualTo("zoe@mail.example");
        assertThat(after.at("/_assumed/modifiedOn")).isEqualTo(before.at("/_assumed/modifiedOn"));
        assertThat(wire.control("DELETE", "/adminpulse/records/" + identifier, null).status()).isEqualTo(204);
        assertThat(wire.adminpulseGet("/relations/" + identifier).status()).isEqualTo(404);
    }

    private static Set<String> flows(String relation) {
        return new TreeSet<>(wire.adminpulseGet("/tasks?relationId=" + relation).json().at("/results").findValuesAsText("templateName").stream()
                .filter(name -> !name.startsWith("Vragenlijst")).toList());
    }

    private static String code(String more) {
        var back = wire.send("GET", "/adminpulse/oauth/authorize?response_type=code&client_id=adminpulse-demo-client&redirect_uri=https://hub.example/back&state=a%26b" + more, null);
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.header("Location")).startsWith("https://hub.example/back?code=").endsWith("&state=a%26b");
        return back.header("Location").replaceAll(".*code=|&state.*", "");
    }

    private static JsonNode token(String form) {
        return wire.send("POST", "/adminpulse/oauth/token", form + "&client_id=adminpulse-demo-client&client_secret=adminpulse-demo-secret",
                "Content-Type", "application/x-www-form-urlencoded").json();
    }

    private static List<JsonNode> all() {
        var rows = new ArrayList<JsonNode>();
        for (var page = 0; page < 2; page++) {
            wire.adminpulseGet("/relations?pageSize=400&page=" + page).json().get("results").forEach(rows::add);
        }
        return rows;
    }

    private static List<String> identifiers(JsonNode page) {
        var all = new ArrayList<String>();
        page.get("results").forEach(one -> all.add(one.get("uniqueIdentifier").textValue()));
        return all;
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
