package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountonWireTest {

    private static final String NEW = "{'kind':'person','firstName':'Çiğdem','lastName':'D%1$s','email':'d%1$s@mail.example','language':'nl','label':'AJ2026'}";

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
    void a_listing_walked_by_cursor_shows_every_client_once_in_the_order_of_change() {
        var seen = new ArrayList<String>();
        var order = new ArrayList<String>();

        walk("/clients?limit=40").forEach(item -> {
            seen.add(id(item));
            order.add(item.get("modifiedAt").textValue() + id(item));
        });

        assertThat(seen).hasSizeGreaterThan(150).doesNotHaveDuplicates();
        assertThat(order).isSorted();
    }

    @Test
    void invented_clients_are_persons_that_others_know_with_couples_as_one() {
        wire.control("POST", "/reset", "{\"seed\":1,\"relations\":400}");
        var people = new BelgianPeople(1);

        var all = walk("/clients?limit=200");

        assertThat(all).allSatisfy(one -> {
            var person = people.person(Integer.parseInt(id(one).substring(4)) + 100);
            assertThat(one.get("firstName").textValue()).isEqualTo(person.firstName());
            assertThat(one.get("lastName").textValue()).isEqualToIgnoringCase(person.lastName());
            assertThat(one.get("nationalNumber").isNull()).isEqualTo(person.number() % 17 == 0);
            assertThat(one.get("label").textValue()).isEqualTo(person.number() % 19 == 0 ? "AJ2025" : "AJ2026");
            assertThat(one.get("email").textValue().equals(person.email())).isEqualTo(person.number() % 7 != 0);
            assertThat(one.get("mobileNumber").textValue().equals(person.mobile())).isEqualTo(person.number() % 11 != 0);
            assertThat(one.at("/address/street").textValue().equals(person.home().street())).isEqualTo(person.number() % 23 != 0);
            assertThat(one.get("partnerNationalNumber").asText()).isEqualTo(person.partner() > 0 ? people.person(person.partner()).nationalNumber() : "null");
            assertThat(one.get("invitationStatus").textValue()).isEqualTo("NOT_SENT");
        });
        assertThat(all).noneMatch(one -> people.person(Integer.parseInt(id(one).substring(4)) + 100).number() % 10 == 2);
        assertThat(all).extracting(one -> one.get("language").textValue()).contains("nl", "fr", "en", "de");
        assertThat(wire.control("GET", "/accounton/mails", null).json().get("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"limit=201", "limit=0", "since=x", "cursor=abc", "modifiedSince=yesterday"})
    void a_query_that_the_contract_does_not_know_is_malformed(String query) {
        var reply = wire.accountonGet("/clients?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void the_delta_holds_the_given_moment_and_what_came_after() {
        var client = made("delta");

        var page = wire.accountonGet("/clients?limit=200&modifiedSince=" + client.get("modifiedAt").textValue()).json();

        assertThat(page.get("items").findValuesAsText("id")).contains(id(client));
        assertThat(page.get("items")).allSatisfy(item -> assertThat(item.get("modifiedAt").textValue()).isGreaterThanOrEqualTo(client.get("modifiedAt").textValue()));
    }

    @Test
    void an_unknown_key_is_401_and_one_of_no_administrator_403() {
        var path = "/accounton/assumed/accounton/v0/clients";

        assertThat(wire.send("GET", path, null).status()).isEqualTo(401);
        assertThat(wire.send("GET", path, null, "Authorization", "Bearer nonsense").status()).isEqualTo(401);
        assertThat(wire.send("GET", path, null, "Authorization", "Bearer accounton-plain-key").status()).isEqualTo(403);
        assertThat(wire.send("GET", path, null, "Authorization", "Bearer accounton-demo-key").status()).isEqualTo(200);
    }

    @Test
    void an_import_takes_its_time_and_is_begun_once_for_a_key() {
        var body = rows(NEW.formatted("once"));
        var first = wire.accountonPost("/imports", body, "once");
        var again = wire.accountonPost("/imports", body, "once");

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Location")).endsWith("/imports/" + id(first.json()));
        assertThat(first.json().get("state").textValue()).isEqualTo("PENDING");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(wire.accountonPost("/imports", body.replace("once", "twice"), "once").status()).isEqualTo(422);
        assertThat(wire.accounton("POST", "/imports", body, "Content-Type", "application/json").status()).isEqualTo(400);
        assertThat(wire.accountonGet("/imports/" + id(first.json()) + "/rows?bucket=INVALID").status()).isEqualTo(409);
        assertThat(wire.accountonPost("/imports/" + id(first.json()) + "/apply", add("r-1"), "too-early").status()).isEqualTo(409);

        later(3);
        assertThat(state(id(first.json())).get("state").textValue()).isEqualTo("READY");
        assertThat(state(id(first.json())).get("counts").get("ONLY_IN_IMPORT").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"{'source':'ADMINPULSE'}, 409", "{'source':'ADMIN_CONSULT'}, 409", "{'source':'EXCEL'}, 422", "{'source':'FILE'}, 422", "[1], 400"})
    void an_import_that_cannot_be_is_refused(String body, int status) {
        assertThat(wire.accountonPost("/imports", body, "refused" + body.length()).status()).isEqualTo(status);
    }

    @Test
    void more_than_5000_rows_are_refused() {
        var many = String.join(",", IntStream.rangeClosed(0, 5_000).mapToObj(i -> "{}").toList());

        assertThat(wire.accountonPost("/imports", "{'source':'FILE','rows':[" + many + "]}", "many").status()).isEqualTo(422);
    }

    @Test
    void rows_are_sorted_into_the_four_lists() {
        wire.set("accounton.import-seconds", "0");
        var known = wire.accountonGet("/clients?limit=200").json().get("items").get(3);
        var number = known.get("nationalNumber").textValue();
        var there = "{'externalRef':{'system':'ADMINPULSE','id':'APR1'},'client':" + NEW.formatted("x").replace("'kind'", "'nationalNumber':'" + number + "','kind'") + "}";
        var wrong = "{'client':{'firstName':'A','nationalNumber':'85073003329','email':'nonsense'}}";

        var one = wire.accountonPost("/imports", "{'source':'FILE','rows':[" + there + "," + wrong + ",{'client':" + NEW.formatted("list") + "}]}", "lists").json();

        assertThat(one.get("state").textValue()).isEqualTo("READY");
        assertThat(one.get("counts").get("ONLY_IN_ACCOUNTON").intValue()).isGreaterThan(100);
        var twin = list(one, "DUPLICATE").get(0);
        assertThat(twin.get("clientId")).isEqualTo(known.get("id"));
        assertThat(twin.at("/externalRef/id").textValue()).isEqualTo("APR1");
        assertThat(twin.get("differences").findValuesAsText("field")).contains("firstName", "lastName", "email").doesNotContain("nationalNumber", "mobileNumber");
        assertThat(list(one, "INVALID").get(0).get("problems").findValuesAsText("code")).containsExactlyInAnyOrder("NAME_MISSING", "LANGUAGE_MISSING", "EMAIL_FORMAT", "RRN_CHECKSUM");
        assertThat(list(one, "ONLY_IN_IMPORT").get(0).get("clientId").isNull()).isTrue();
        assertThat(list(one, "ONLY_IN_ACCOUNTON").findValuesAsText("clientId")).hasSize(100).doesNotContain(id(known));
    }

    @ParameterizedTest
    @CsvSource({"85073003329, RRN_CHECKSUM", "12345678901, RRN_DATE", "850730, RRN_FORMAT", "85.07.30-034.27, ''", "86251200465, ''", "98472899765, ''"})
    void a_national_number_is_checked_and_never_said_again(String number, String code) {
        wire.set("accounton.import-seconds", "0");

        var one = wire.accountonPost("/imports", rows(NEW.formatted(number).replace("'kind'", "'nationalNumber':'" + number + "','kind'")), number).json();

        assertThat(list(one, "INVALID").findValuesAsText("code")).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
        assertThat(list(one, "INVALID").findValuesAsText("detail")).allMatch(detail -> !detail.matches(".*\\d{4}.*"));
    }

    @Test
    void what_is_added_gets_its_reference_and_no_mail_unless_it_is_asked_for() {
        var quiet = imported("quiet");
        var loud = imported("loud");

        var silent = wire.accountonPost("/imports/" + quiet + "/apply", add("r-1"), "apply-quiet").json();
        var invited = wire.accountonPost("/imports/" + loud + "/apply", add("r-1").replace("}}", "},'sendInvitation':true}"), "apply-loud").json();

        assertThat(wire.accountonPost("/imports/" + quiet + "/apply", add("r-1"), "apply-quiet").json()).isEqualTo(silent);
        assertThat(wire.accountonPost("/imports/" + quiet + "/apply", add("r-1"), "another").status()).isEqualTo(409);
        var client = wire.accountonGet("/clients/" + silent.at("/rows/0/clientId").textValue()).json();
        assertThat(client.at("/externalRefs/0/id").textValue()).isEqualTo("APR-quiet");
        assertThat(client.get("invitationStatus").textValue()).isEqualTo("NOT_SENT");
        assertThat(wire.accountonGet("/clients/" + invited.at("/rows/0/clientId").textValue()).json().get("invitationStatus").textValue()).isEqualTo("SENT");
        assertThat(wire.control("GET", "/accounton/mails", null).json().get("items").findValuesAsText("clientId")).containsExactly(invited.at("/rows/0/clientId").textValue());
        assertThat(count("dquiet@mail.example")).isEqualTo(1);
    }

    @Test
    void only_the_named_fields_of_the_named_rows_are_overwritten() {
        wire.set("accounton.import-seconds", "0");
        var client = made("over");
        var row = NEW.formatted("over").replace("AJ2026", "AJ2027").replace("'nl'", "'fr'");
        var one = id(wire.accountonPost("/imports", rows(row), "over").json());

        var report = wire.accountonPost("/imports/" + one + "/apply", "{'overwrite':{'rowIds':['r-1'],'fields':['label']}}", "apply-over");

        assertThat(report.json().at("/rows/0/status").intValue()).isEqualTo(200);
        var after = wire.accountonGet("/clients/" + id(client)).json();
        assertThat(after.get("label").textValue()).isEqualTo("AJ2027");
        assertThat(after.get("language").textValue()).isEqualTo("nl");
        assertThat(wire.accountonPost("/imports/" + one + "/apply", "{'overwrite':{'rowIds':['r-1'],'fields':['id']}}", "x").status()).isEqualTo(422);
    }

    @Test
    void a_patch_with_the_version_read_changes_only_what_it_names() {
        var before = made("patch");

        var after = wire.accountonPatch(path(before), "{'label':null,'address':{'street':'Kerkstraat','country':'BE'}}", etag(before));

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.json().get("label").isNull()).isTrue();
        assertThat(after.json().at("/address/street").textValue()).isEqualTo("Kerkstraat");
        assertThat(after.json().get("email")).isEqualTo(before.get("email"));
        assertThat(after.header("ETag")).isEqualTo(wire.accountonGet(path(before)).header("ETag")).isNotEqualTo(etag(before));
    }

    @Test
    void a_stale_version_is_412_a_missing_one_428_and_another_media_type_415() {
        var client = made("version");

        assertThat(wire.accountonPatch(path(client), "{'label':'x'}", "\"999\"").status()).isEqualTo(412);
        assertThat(wire.accounton("PATCH", path(client), "{}", "Content-Type", "application/merge-patch+json").status()).isEqualTo(428);
        assertThat(wire.accounton("PATCH", path(client), "{}", "Content-Type", "application/json", "If-Match", etag(client)).status()).isEqualTo(415);
        assertThat(wire.accountonPatch(path(client), "[1]", etag(client)).status()).isEqualTo(400);
        assertThat(wire.accountonGet(path(client)).json()).isEqualTo(client);
    }

    @Test
    void refused_fields_are_named_all_at_once_and_without_their_values() {
        var client = made("refused");
        var number = "85073003329";

        var reply = wire.accountonPatch(path(client), "{'email':'x','nationalNumber':'" + number + "','invitationStatus':'SENT','lastName':null,'address':{'country':'Belgium'}}", etag(client));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("errors").findValuesAsText("pointer")).containsExactlyInAnyOrder("/email", "/nationalNumber", "/invitationStatus", "/lastName", "/address/country");
        assertThat(reply.body()).doesNotContain(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /clients", "DELETE /clients/%s", "PUT /clients/%s", "GET /imports", "POST /questionnaires"})
    void what_the_contract_does_not_have_is_405(String call) {
        var known = id(wire.accountonGet("/clients?limit=1").json().get("items").get(0));

        assertThat(wire.accounton(call.split(" ")[0], call.split(" ")[1].formatted(known), null).status()).isEqualTo(405);
    }

    @Test
    void what_is_not_there_is_404() {
        assertThat(List.of("/clients/acc-0", "/imports/imp-0", "/imports/imp-0/rows?bucket=INVALID", "/nothing"))
                .allSatisfy(path -> assertThat(wire.accountonGet(path).status()).isEqualTo(404));
    }

    @Test
    void there_is_a_questionnaire_for_three_languages() {
        var items = wire.accountonGet("/questionnaires").json().get("items");

        assertThat(items.findValuesAsText("id")).containsExactly("q-2026-nl", "q-2026-fr", "q-2026-en");
        assertThat(items.findValuesAsText("language")).containsExactly("nl", "fr", "en");
    }

    @Test
    void the_61st_call_of_a_minute_waits() {
        wire.set("accounton.quota", "contract");

        var statuses = IntStream.range(0, 61).map(i -> wire.accountonGet("/questionnaires").status()).boxed().toList();

        assertThat(statuses.subList(0, 60)).containsOnly(200);
        assertThat(statuses.get(60)).isEqualTo(429);
        assertThat(wire.accountonGet("/questionnaires").header("Retry-After")).matches("\\d+");
    }

    @Test
    void the_desk_shows_makes_edits_loads_and_removes() {
        var client = made("desk");

        wire.control("PATCH", "/accounton/records/" + id(client), "{\"label\":\"AJ2030\"}");
        var silently = wire.control("PATCH", "/accounton/records/" + id(client) + "?silently=true", "{\"email\":\"stil@mail.example\"}").json();

        assertThat(wire.accountonGet(path(client)).json().get("label").textValue()).isEqualTo("AJ2030");
        assertThat(silently.get("version").intValue()).isEqualTo(2);
        assertThat(wire.control("POST", "/accounton/load", "[{\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"load@mail.example\",\"language\":\"nl\"}]").status()).isEqualTo(201);
        assertThat(count("load@mail.example")).isEqualTo(1);
        assertThat(wire.control("DELETE", "/accounton/records/" + id(client), null).status()).isEqualTo(204);
        assertThat(wire.accountonGet(path(client)).status()).isEqualTo(404);
        assertThat(wire.control("GET", "/accounton/export", null).body().lines()).hasSizeGreaterThan(100);
    }

    private static String imported(String name) {
        var row = "{'externalRef':{'system':'ADMINPULSE','id':'APR-" + name + "'},'client':" + NEW.formatted(name) + "}";
        wire.set("accounton.import-seconds", "0");
        return id(wire.accountonPost("/imports", "{'source':'FILE','scope':{'mode':'ALL'},'rows':[" + row + "]}", name).json());
    }

    private static String rows(String client) {
        return "{'source':'FILE','rows':[{'client':" + client + "}]}";
    }

    private static String add(String row) {
        return "{'add':{'rowIds':['" + row + "'],'questionnaireByLanguage':{'nl':'q-2026-nl'}}}";
    }

    private static void later(int seconds) {
        wire.control("POST", "/clock", "{\"offsetSeconds\":" + seconds + "}");
    }

    private static JsonNode state(String one) {
        return wire.accountonGet("/imports/" + one).json();
    }

    private static JsonNode list(JsonNode one, String bucket) {
        return wire.accountonGet("/imports/" + id(one) + "/rows?bucket=" + bucket).json().get("items");
    }

    private static List<JsonNode> walk(String path) {
        var all = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = wire.accountonGet(path + (next.isEmpty() ? "" : "&cursor=" + next)).json();
            page.get("items").forEach(all::add);
            next = page.get("nextCursor").asText("").replace("null", "");
        } while (!next.isEmpty());
        return all;
    }

    private static JsonNode made(String name) {
        var id = id(wire.control("POST", "/accounton/records", NEW.formatted(name).replace('\'', '"')).json());
        return wire.accountonGet("/clients/" + id).json();
    }

    private static long count(String email) {
        return walk("/clients?limit=200").stream().filter(one -> one.get("email").textValue().equals(email)).count();
    }

    private static String id(JsonNode record) {
        return record.get("id").textValue();
    }

    private static String path(JsonNode client) {
        return "/clients/" + id(client);
    }

    private static String etag(JsonNode client) {
        return "\"" + client.get("version").intValue() + "\"";
    }
}
