package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class CallsTest {

    @Inject Offices offices;
    @Inject Accounts accounts;
    private LawOffice office;

    @BeforeEach
    void there_is_an_office() { office = LawOffice.made(offices); }

    @Test
    void the_rulebook_describes_settings_and_credentials() {
        LawOffice.as("viewer").get("/api/v1/link-types/advocaatcentraal-tribe").then().statusCode(200)
            .body("settings.name", hasItems("relationTypes", "tribeKvkLink"))
            .body("target.credentials.name", hasItems("clientId", "clientSecret"))
            .body("fields", not(hasSize(0)));
    }

    @Test
    void the_rulebook_says_in_which_systems_relations_are_born() {
        LawOffice.as("viewer").get("/api/v1/link-types/advocaatcentraal-tribe").then().statusCode(200).body("creates", contains("advocaatcentraal"));
        LawOffice.as("viewer").get("/api/v1/link-types/economic-clickmate").then().statusCode(200).body("creates", contains("economic", "clickmate"));
        LawOffice.as("viewer").get("/q/openapi?format=json").then().body("components.schemas.LinkTypeView.properties.creates.type", equalTo("array"));
    }

    @Test
    void a_link_shows_its_webhook_address_once_and_its_secrets_never() {
        var made = LawOffice.as("administrator").body(office.newLink().replace("10042", "10044")).post("/api/v1/links").then().statusCode(201)
            .header("Location", containsString("/api/v1/links/"))
            .body("webhooks.target", containsString("/webhooks/tribe/")).body("state", equalTo("new")).extract();

        var shown = LawOffice.as("administrator").get("/api/v1/links/{link}", made.<String>path("id")).then().statusCode(200).extract().asString();

        assertThat(shown).doesNotContain("webhooks").doesNotContain("ac-demo-key").doesNotContain("tribe-demo-secret");
        assertThat(made.asString()).doesNotContain("ac-demo-key").doesNotContain("tribe-demo-secret");
    }

    @Test
    @Requirement({"AC-10", "AC-11", "AC-12"})
    void a_link_has_its_office_number_its_key_and_its_types_before_it_can_be_started() {
        var bare = office.newLink().replaceFirst("\"officeNumber\": \"10042\",? ?", "").replaceFirst("\"apiKey\": \"[^\"]*\"", "")
            .replaceFirst("\"relationTypes\": \\{[^}]*\\},? ?", "");

        LawOffice.as("administrator").body(bare).post("/api/v1/links").then().statusCode(422)
            .body("errors.pointer", hasItems("/source/officeNumber", "/source/credentials/apiKey", "/settings/relationTypes"));
        LawOffice.as("administrator").body(office.newLink().replace("10042", "../10042")).post("/api/v1/links").then().statusCode(422)
            .body("errors.pointer", hasItem("/source/officeNumber"));
        var whole = LawOffice.as("administrator").body(office.newLink().replace("10042", "10045")).post("/api/v1/links").then().statusCode(201)
            .body("state", equalTo("new")).extract().<String>path("id");
        LawOffice.as("administrator").get("/api/v1/links/{link}/runs", whole).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void an_account_that_another_link_uses_is_not_taken_over_by_a_new_one() {
        for (var changed : List.of("tribe-demo-secret", "/tribe-auth", "ac-demo-key"))
            LawOffice.as("administrator").body(office.newLink().replace(changed, changed + "x")).post("/api/v1/links").then().statusCode(409)
                .body("errors[0].code", equalTo("ACCOUNT_DIFFERS")).body("errors[0].pointer", equalTo(changed.startsWith("ac") ? "/source" : "/target"));

        LawOffice.as("operator").post("/api/v1/links/{link}/test", office.link).then().statusCode(200).body("well", equalTo(true));
    }

    @Test
    void a_character_that_no_text_can_have_is_the_callers_mistake() {
        for (var path : List.of("/api/v1/links/%00", "/api/v1/holds?link=%00", "/api/v1/links?cursor=AA", "/api/v1/holds?cursor=MTIzNA", "/api/v1/dead-letters?link=%00", "/api/v1/relations/%00"))
            given(path).then().statusCode(path.contains("relations") ? 404 : 400).contentType("application/problem+json");
        LawOffice.as("administrator").body(office.newLink().replace("10042", "10046").replace("Kantoor Voorbeeld", "Kantoor\\u0000")).post("/api/v1/links").then().statusCode(400);
        LawOffice.as("administrator").body(office.newLink().replace("10042", "10046").replace("ac-demo-key", "ac\\u0000key")).post("/api/v1/links").then().statusCode(422)
            .body("errors[0].pointer", equalTo("/source/credentials/apiKey"));
    }

    private static io.restassured.response.Response given(String encoded) {
        return LawOffice.as("administrator").urlEncodingEnabled(false).get(encoded);
    }

    @Test
    void everything_that_is_wrong_with_a_link_is_told_at_once() {
        var body = office.newLink().replace("\"Customer\"", "\"Klant\"").replace("\"apiKey\"", "\"apiSleutel\"").replaceFirst("http://127", "ftp://127");

        LawOffice.as("administrator").body(body).post("/api/v1/links").then().statusCode(422).contentType("application/problem+json")
            .body("errors.pointer", hasItems("/source/baseUrl", "/source/credentials/apiKey", "/source/credentials/apiSleutel", "/settings/relationTypes/CLIENT"));
    }

    @Test
    void a_link_needs_an_office_and_says_so_beside_all_else() {
        for (var wrong : List.of("\"office\": \"elsewhere\"", "\"office\": \"nobody-has-it\""))
            LawOffice.as("administrator").body(office.newLink().replaceFirst("\"office\": \"[^\"]*\"", wrong).replace("\"Customer\"", "\"Klant\"")).post("/api/v1/links").then().statusCode(422)
                .body("errors.pointer", contains("/office", "/settings/relationTypes/CLIENT")).body("errors[0].code", equalTo("OFFICE_UNKNOWN"));
        LawOffice.as("administrator").body("{\"type\": \"kapper-kassa\"}").post("/api/v1/links").then().statusCode(422).body("errors.pointer", contains("/office", "/type"));
    }

    @Test
    void a_second_link_that_would_do_the_same_is_told_and_does_not_begin() {
        var twin = LawOffice.as("administrator").body(office.newLink()).post("/api/v1/links").then().statusCode(201)
            .body("attention.code", hasItem("LINK_TWICE")).body("attention.text", hasItem(containsString(office.link))).extract().<String>path("id");

        LawOffice.as("administrator").post("/api/v1/links/{link}/activate", twin).then().statusCode(409)
            .body("errors[0].code", equalTo("LINK_TWICE")).body("errors[0].detail", containsString(office.link));
        LawOffice.as("viewer").get("/api/v1/links/{link}", office.link).then().statusCode(200).body("attention.text", hasItem(containsString(twin)));
    }

    @Test
    void an_account_does_not_point_into_somebodys_network() {
        LawOffice.as("administrator").body(office.newLink().replaceFirst("http://127[^/]*/", "http://192.168.1.1/")).post("/api/v1/links").then().statusCode(422)
            .body("errors[0].pointer", equalTo("/source/baseUrl")).body("errors[0].detail", containsString("koppelwerk.outbound.allow"));
    }

    @Test
    void one_credential_is_changed_and_the_others_stay() {
        var link = LawOffice.as("administrator").body(office.newLink().replace("10042", "10047").replace("tribe-demo-client", "another-client")).post("/api/v1/links")
            .then().statusCode(201).extract().<String>path("id");

        LawOffice.as("administrator").body("{\"target\": {\"credentials\": {\"webhookSecret\": \"new\"}}}").patch("/api/v1/links/{link}", link).then().statusCode(200);

        var account = accounts.find(LawOffice.ID, "tribe", "another-client").orElseThrow();
        assertThat(account.credentials()).containsEntry("webhookSecret", "new").containsEntry("clientId", "another-client").containsKey("clientSecret");
        LawOffice.as("administrator").body("{\"target\": {\"credentials\": {\"clientSecret\": \"\"}}}").patch("/api/v1/links/{link}", link).then().statusCode(422)
            .body("errors[0].pointer", equalTo("/target/credentials/clientSecret"));
        LawOffice.as("administrator").body("{\"source\": {\"baseUrl\": \"http://127.0.0.1:1\"}, \"target\": {\"credentials\": {\"clientSecret\": \"\"}}}")
            .patch("/api/v1/links/{link}", link).then().statusCode(422);
        assertThat(accounts.find(LawOffice.ID, "advocaatcentraal", "10047").orElseThrow().baseUrl()).as("refused whole").endsWith("/advocaatcentraal");
    }

    @Test
    void a_new_webhook_address_of_an_active_link_is_registered_at_the_vendor() {
        var address = LawOffice.as("administrator").body("{\"side\": \"target\"}").post("/api/v1/links/{link}/webhook/rotate", office.link).then().statusCode(200)
            .extract().<String>path("webhooks.target");

        assertThat(office.registeredAtTribe()).contains(address);
    }

    @Test
    void an_address_has_no_steps_upwards_and_an_interval_no_century() {
        LawOffice.as("administrator").body(office.newLink().replace("/advocaatcentraal\"", "/advocaatcentraal/../tribe\"")
                .replace("\"tribeKvkLink\": true", "\"tribeKvkLink\": true, \"pollInterval\": \"P36500D\"")).post("/api/v1/links").then().statusCode(422)
            .body("errors.pointer", hasItems("/source/baseUrl", "/settings/pollInterval"));
    }

    @Test
    void a_wrong_type_is_told_without_repeating_what_was_sent() {
        LawOffice.as("administrator").body("{\"source\": {\"credentials\": {\"apiKey\": {\"secret\": 1}}}}").post("/api/v1/links").then().statusCode(400)
            .body("errors[0].pointer", startsWith("/source/credentials")).body("errors[0].detail", not(containsString("nl.koppelwerk")));
    }

    @Test
    void a_number_is_no_text() {
        LawOffice.as("administrator").body(office.newLink().replace("\"10042\"", "10042")).post("/api/v1/links").then().statusCode(400)
            .body("errors[0].pointer", equalTo("/source/officeNumber")).body("errors[0].detail", equalTo("It has another type: it is a text."));
    }

    @Test
    void a_body_that_is_no_json_is_told() {
        LawOffice.as("administrator").body("{\"type\": ").post("/api/v1/links").then().statusCode(400).contentType("application/problem+json");
        LawOffice.as("operator").body("{\"fields\": {\"phone\": \"target\"").post("/api/v1/holds/{id}/resolve", office.hold).then().statusCode(400)
            .body("errors[0].pointer", equalTo("")).body("errors[0].detail", startsWith("The body is not JSON (near line 1, column"));
    }

    @Test
    void what_stands_after_the_json_is_not_passed_over() {
        for (var rest : List.of(" x", " {}", "]"))
            LawOffice.as("operator").body("{\"kind\": \"full\"}" + rest).post("/api/v1/links/{link}/runs", office.link).then().statusCode(400).body("errors[0].code", equalTo("MALFORMED"));
    }

    @Test
    void what_is_wrong_in_a_body_says_what_would_be_right() {
        LawOffice.as("operator").body("{\"kindd\": \"full\"}").post("/api/v1/links/{link}/runs", office.link).then().statusCode(400)
            .body("errors[0].pointer", equalTo("/kindd")).body("errors[0].detail", equalTo("There is no such member; there are: at, field, kind, relation, size, taskflows, verify."));
        for (var wrong : java.util.Map.of("verify\": \"ja\"", "true or false", "at\": \"gisteren\"", "a moment in UTC", "size\": 99999999999", "a whole number", "kind\": {}", "a text").entrySet())
            LawOffice.as("operator").body("{\"" + wrong.getKey() + "}").post("/api/v1/links/{link}/runs", office.link).then().statusCode(400)
                .body("errors[0].detail", containsString(wrong.getValue()));
    }

    @Test
    void an_address_a_method_or_a_type_that_is_none_says_what_is() {
        LawOffice.as("operator").get("/api/v1/nowhere").then().statusCode(404).body("detail", containsString("/q/openapi"));
        LawOffice.as("operator").delete("/api/v1/links/{link}", office.link).then().statusCode(405).body("detail", containsString("Allow"));
        LawOffice.as("operator").contentType(io.restassured.http.ContentType.TEXT).body("{}").post("/api/v1/links/{link}/runs", office.link).then().statusCode(415)
            .body("detail", containsString("application/json"));
    }

    @Test
    void a_parameter_that_nobody_knows_is_not_taken_for_one_that_was_left_out() {
        LawOffice.as("viewer").get("/api/v1/links/{link}/relations?sate=held", office.link).then().statusCode(400)
            .body("errors[0].detail", equalTo("There is no parameter sate; this call takes: cursor, limit, state, q."));
        LawOffice.as("viewer").get("/api/v1/relations/{id}?field=phone", office.held).then().statusCode(400).body("detail", containsString("none"));
        LawOffice.as("viewer").get("/api/v1/dead-letters?from=%2B20000-01-01T00:00:00Z").then().statusCode(400).body("detail", startsWith("from is"));
    }

    @Test
    void a_link_that_is_active_is_not_activated_again() {
        LawOffice.as("administrator").post("/api/v1/links/{link}/activate", office.link).then().statusCode(409).body("errors[0].code", equalTo("LINK_ACTIVE"));
    }

    @Test
    void a_link_that_cannot_start_a_run_names_the_call_that_would_mend_it() {
        var made = LawOffice.as("administrator").body(office.newLink().replace("10042", "10048")).post("/api/v1/links").then().statusCode(201).extract().<String>path("id");
        LawOffice.as("operator").body("{\"kind\": \"full\"}").post("/api/v1/links/{link}/runs", made).then().statusCode(409).body("detail", endsWith("Activate it first (/activate)."));
        LawOffice.as("administrator").post("/api/v1/links/{link}/resume", made).then().statusCode(409).body("detail", endsWith("Activate it instead (/activate)."));

        LawOffice.as("administrator").post("/api/v1/links/{link}/pause", office.link).then().statusCode(200);
        LawOffice.as("operator").body("{\"kind\": \"full\"}").post("/api/v1/links/{link}/runs", office.link).then().statusCode(409).body("detail", endsWith("Resume it first (/resume)."));
        LawOffice.as("operator").post("/api/v1/runs/{run}/undo", office.run).then().statusCode(409).body("detail", endsWith("Resume it first (/resume)."));
        LawOffice.as("administrator").post("/api/v1/links/{link}/activate", office.link).then().statusCode(409).body("detail", endsWith("Resume it instead (/resume)."));
        LawOffice.as("administrator").post("/api/v1/links/{link}/resume", office.link).then().statusCode(200);
    }

    @Test
    void what_a_run_or_a_relation_has_not_is_refused_with_what_to_do() {
        LawOffice.as("operator").body("{}").post("/api/v1/runs/{run}/apply", office.run).then().statusCode(409).body("errors[0].code", equalTo("RUN_HAS_NO_PLAN"));
        LawOffice.as("operator").body("{\"release\": true}").post("/api/v1/relations/{id}/resolve", office.held).then().statusCode(422)
            .body("errors[0].code", equalTo("ONLY_FOR_HOLDS")).body("errors[0].detail", containsString(office.hold));
        var equal = LawOffice.as("viewer").get("/api/v1/links/{link}/relations?state=in-sync", office.link).then().extract().<String>path("items[0].id");
        LawOffice.as("operator").body("{\"release\": true}").post("/api/v1/relations/{id}/resolve", equal).then().statusCode(422).body("errors[0].code", equalTo("NOTHING_HELD"));
    }

    @Test
    void both_sides_of_a_link_are_tested() {
        LawOffice.as("operator").post("/api/v1/links/{link}/test", office.link).then().statusCode(200)
            .body("well", equalTo(true)).body("sides.source", not(hasSize(0))).body("sides.target", not(hasSize(0)));
    }

    @Test
    void the_balance_of_a_run_adds_up() {
        var run = LawOffice.as("viewer").get("/api/v1/runs/{run}", office.run).then().statusCode(200).extract().jsonPath();

        int sum = run.getMap("balance", String.class, Integer.class).values().stream().mapToInt(Integer::intValue).sum();

        assertThat(sum + run.getInt("waiting")).isEqualTo(run.getInt("read")).isGreaterThanOrEqualTo(40);
    }

    @Test
    void the_description_says_what_a_balance_counts() {
        LawOffice.as("viewer").get("/q/openapi?format=json").then().body("components.schemas.Run.properties.balance.description", containsString("checklist"))
            .body("components.schemas.Run.properties.balance.additionalProperties.type", equalTo("integer"));
    }

    @Test
    void a_link_that_flows_by_itself_has_no_preview_and_says_what_to_do() {
        LawOffice.as("operator").body("{\"kind\": \"preview\"}").post("/api/v1/links/{link}/runs", office.link).then().statusCode(422)
            .body("errors[0].code", equalTo("NO_PREVIEW"));
    }

    @Test
    void only_a_full_run_ends_with_a_certificate() {
        LawOffice.as("operator").body("{\"kind\": \"periodic\", \"verify\": true}").post("/api/v1/links/{link}/runs", office.link).then().statusCode(422)
            .body("errors[0].code", equalTo("VERIFY_IS_FULL"));
        LawOffice.as("operator").body("{\"kind\": \"verify\"}").post("/api/v1/links/{link}/runs", office.link).then().statusCode(422)
            .body("errors[0].code", equalTo("KIND_UNKNOWN"));
    }

    @Test
    void a_certificate_says_what_is_equal_and_names_the_rest() {
        var run = LawOffice.as("operator").body("{\"kind\": \"full\", \"verify\": true}").post("/api/v1/links/{link}/runs", office.link).then().statusCode(202)
            .body("kind", equalTo("full")).body("verify", equalTo(true)).extract().<String>path("id");
        office.until(() -> LawOffice.as("viewer").get("/api/v1/runs/{run}", run).path("state").equals("done"));
        LawOffice.as("viewer").get("/api/v1/runs/{run}", run).then().body("certificate.complete", equalTo(true));

        var certificate = LawOffice.as("viewer").get("/api/v1/links/{link}/certificate", office.link).then().statusCode(200).body("run", equalTo(run)).extract().jsonPath();
        var differs = LawOffice.as("viewer").get("/api/v1/links/{link}/certificate/exceptions?kind=differs", office.link).then().statusCode(200).extract().jsonPath();

        assertThat(certificate.getInt("equal") + certificate.getInt("except")).isEqualTo(certificate.getInt("pairs")).isPositive();
        assertThat(certificate.getInt("unread")).isZero();
        assertThat(certificate.getString("sum")).hasSize(64);
        assertThat(differs.getList("items.relation", String.class)).contains(office.held);
        assertThat(differs.getString("items.find { it.relation == '" + office.held + "' }.reasons[0].code")).isEqualTo("BOTH_SIDES_CHANGED");
        LawOffice.as("viewer").get("/api/v1/links/{link}/certificate/exceptions?kind=odd", office.link).then().statusCode(400);
    }

    @Test
    void a_run_that_is_done_is_not_paused() {
        LawOffice.as("operator").post("/api/v1/runs/{run}/pause", office.run).then().statusCode(409).body("errors[0].code", equalTo("RUN_DONE"));
    }

    @Test
    void a_list_is_read_page_by_page_without_loss_or_repetition() {
        var all = ids("?limit=200", new ArrayList<>());

        var paged = ids("?limit=7", new ArrayList<>());

        assertThat(paged).containsExactlyElementsOf(all).doesNotHaveDuplicates();
        assertThat(all).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void a_limit_beyond_what_is_allowed_is_refused() {
        LawOffice.as("viewer").get("/api/v1/links/{link}/relations?limit=201", office.link).then().statusCode(400);
        LawOffice.as("viewer").get("/api/v1/links/{link}/relations?limit=0", office.link).then().statusCode(400);
    }

    @Test
    void relations_are_found_by_state_and_by_whole_words() {
        LawOffice.as("viewer").get("/api/v1/links/{link}/relations?q=WEIGERING", office.link).then().statusCode(200)
            .body("items", hasSize(1)).body("items[0].name", equalTo("Weigering B.V."));
        LawOffice.as("viewer").get("/api/v1/links/{link}/relations?state=out-of-scope", office.link).then().statusCode(200)
            .body("items.state", everyItem(equalTo("out-of-scope"))).body("items.reasons.flatten().code", hasItem("TYPE_NOT_MAPPED"));
        LawOffice.as("viewer").get("/api/v1/links/{link}/relations?state=nowhere", office.link).then().statusCode(400);
    }

    @Test
    void a_held_relation_shows_both_values_and_says_why() {
        var phone = "fields.find { it.field == 'phone' }";

        LawOffice.as("viewer").get("/api/v1/relations/{id}", office.held).then().statusCode(200)
            .body("state", equalTo("held")).body(phone + ".source", equalTo("+31701234567")).body(phone + ".target", equalTo("+31707654321"));
        LawOffice.as("viewer").get("/api/v1/relations/{id}/explain?field=phone", office.held).then().statusCode(200)
            .body("reasons.code", hasItem("BOTH_SIDES_CHANGED")).body("reasons[0].remedy", not(equalTo(""))).body("decisions", not(hasSize(0)));
        LawOffice.as("viewer").get("/api/v1/relations/{id}/history", office.held).then().statusCode(200)
            .body("items.field", hasItem("phone")).body("items.value", hasItem("+31707654321"));
    }

    @Test
    void a_choice_that_is_none_changes_nothing() {
        LawOffice.as("operator").body("{\"fields\": {\"phone\": \"left\", \"shoeSize\": \"source\"}}").post("/api/v1/relations/{id}/resolve", office.held).then()
            .statusCode(422).body("errors.code", hasItems("CHOICE_UNKNOWN", "FIELD_UNKNOWN"));
        LawOffice.as("operator").body("{\"fields\": {\"email\": \"source\"}}").post("/api/v1/holds/{id}/resolve", office.hold).then().statusCode(422)
            .body("errors[0].detail", equalTo("The hold does not ask about this field; it asks about telephone number."));
    }

    @Test
    void half_a_sign_is_no_name() {
        LawOffice.as("outsider").body("{\"id\": \"half-a-sign\", \"name\": \"Half \\ud800\"}").post("/api/v1/offices").then().statusCode(422).body("errors[0].code", equalTo("NOT_WRITABLE"));
        LawOffice.as("administrator").body(office.newLink().replace("Kantoor Voorbeeld", "Half \\ud800")).post("/api/v1/links").then().statusCode(422).body("errors.pointer", hasItems("/name"));
    }

    @Test
    void a_hold_takes_no_stamp_and_does_not_pass_over_one() {
        for (var member : List.of("stamp", "all")) LawOffice.as("operator").body("{\"" + member + "\": \"source\", \"fields\": {\"phone\": \"source\"}}").post("/api/v1/holds/{id}/resolve", office.hold).then()
            .statusCode(400).body("errors[0].code", equalTo("UNKNOWN_MEMBER")).body("errors[0].pointer", equalTo("/" + member));
    }

    @Test
    void a_hold_that_keeps_nothing_back_cannot_be_released() {
        LawOffice.as("operator").body("{\"release\": true}").post("/api/v1/holds/{id}/resolve", office.hold).then().statusCode(422)
            .body("errors[0].code", equalTo("NOTHING_TO_RELEASE"));
    }

    @Test
    void a_moment_beyond_the_calendar_and_a_body_that_is_no_json_are_the_callers_mistake() {
        LawOffice.as("operator").queryParam("from", "+999999999-12-31T23:59:59Z").get("/api/v1/dead-letters").then().statusCode(400);
        LawOffice.as("operator").body("{\"from\": \"+999999999-01-01T00:00:00Z\"}").post("/api/v1/dead-letters/replay").then().statusCode(400)
            .body("errors[0].pointer", equalTo("/from"));
        LawOffice.as("operator").contentType(io.restassured.http.ContentType.TEXT).body("{}").post("/api/v1/links/{link}/runs", office.link).then().statusCode(415);
    }

    @Test
    void a_dead_letter_says_what_the_vendor_said() {
        LawOffice.as("viewer").get("/api/v1/dead-letters?link={link}&reason=VENDOR_REFUSED", office.link).then().statusCode(200)
            .body("items", hasSize(1)).body("items[0].reasons.code", hasItem("VENDOR_REFUSED"));
        LawOffice.as("viewer").get("/api/v1/dead-letters?reason=UNMAPPABLE").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void what_people_do_is_written_down() {
        LawOffice.as("operator").post("/api/v1/relations/{id}/sync", office.held).then().statusCode(202);

        LawOffice.as("administrator").get("/api/v1/audit").then().statusCode(200)
            .body("items.find { it.did == 'relation.sync' }.who", equalTo("operator")).body("items.did", hasItems("link.create", "link.activate"));
        LawOffice.as("operator").get("/api/v1/audit").then().statusCode(403);
    }

    private List<String> ids(String query, List<String> found) {
        var page = LawOffice.as("viewer").get("/api/v1/links/" + office.link + "/relations" + query).then().statusCode(200).extract().jsonPath();
        found.addAll(page.getList("items.id"));
        var next = page.getString("nextCursor");
        return next == null ? found : ids(query.replaceAll("&cursor=.*", "") + "&cursor=" + next, found);
    }
}
