package nl.koppelwerk.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Offices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every call of the interface keeps, whatever it does; the calls come from its own description. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class EveryCallTest {

    /** Lists over all of the caller's offices, and the rulebooks, which are nobody's. */
    private static final List<String> OF_NO_OFFICE = List.of("/api/v1/labels", "/api/v1/link-types", "/api/v1/link-types/{type}", "/api/v1/links GET", "/api/v1/holds",
        "/api/v1/dead-letters", "/api/v1/dead-letters/replay", "/api/v1/offices", "/api/v1/audit");

    @Inject Offices offices;
    private LawOffice office;

    @BeforeEach
    void there_is_an_office() { office = LawOffice.made(offices); }

    record Call(String method, String path, Map<String, Object> described) {
        @Override public String toString() { return path + " " + method; }

        boolean changes() { return !method.equals("GET") && !path.endsWith("compare"); }

        boolean takesJson() { return described.containsKey("requestBody") && !path.endsWith("{link}/files"); }

        boolean isOfAnOffice() { return OF_NO_OFFICE.stream().noneMatch(known -> known.equals(path) || known.equals(toString())); }
    }

    @Test
    void the_description_has_every_path_of_the_design() {
        assertThat(calls()).extracting(Call::toString).contains("/api/v1/labels GET", "/api/v1/link-types GET", "/api/v1/links POST", "/api/v1/links/{link} PATCH",
            "/api/v1/links/{link}/test POST", "/api/v1/links/{link}/activate POST", "/api/v1/links/{link}/pause POST", "/api/v1/links/{link}/resume POST",
            "/api/v1/links/{link}/webhook GET", "/api/v1/links/{link}/webhook/rotate POST", "/api/v1/links/{link}/reference/{list} GET",
            "/api/v1/links/{link}/runs POST", "/api/v1/runs/{run} GET", "/api/v1/runs/{run}/pause POST", "/api/v1/runs/{run}/resume POST",
            "/api/v1/runs/{run}/cancel POST", "/api/v1/runs/{run}/undo POST", "/api/v1/runs/{run}/items GET", "/api/v1/runs/{run}/apply POST", "/api/v1/links/{link}/relations GET", "/api/v1/relations/{relation} GET",
            "/api/v1/relations/{relation}/explain GET", "/api/v1/relations/{relation}/history GET", "/api/v1/relations/{relation}/sync POST",
            "/api/v1/relations/{relation}/resolve POST", "/api/v1/relations/{relation}/compare POST", "/api/v1/links/{link}/compare POST",
            "/api/v1/links/{link}/files POST", "/api/v1/runs/{run}/files GET", "/api/v1/runs/{run}/files/{name} GET",
            "/api/v1/links/{link}/tokens GET", "/api/v1/links/{link}/tokens POST", "/api/v1/links/{link}/tokens/{token}/revoke POST", "/api/v1/holds GET", "/api/v1/holds/{hold}/resolve POST", "/api/v1/dead-letters GET",
            "/api/v1/dead-letters/{letter}/replay POST", "/api/v1/dead-letters/replay POST", "/api/v1/dead-letters/{letter}/discard POST", "/api/v1/audit GET",
            "/api/v1/accounts/{account}/authorize GET", "/api/v1/links/{link}/certificate GET", "/api/v1/links/{link}/certificate/exceptions GET", "/api/v1/links/{link}/certificate/changes GET");
    }

    @Test
    @SuppressWarnings("unchecked")
    void every_call_has_an_example_of_its_answer_and_of_its_body() {
        for (var call : calls()) {
            var responses = (Map<String, Map<String, Object>>) call.described().get("responses");
            var well = responses.entrySet().stream().filter(one -> one.getKey().matches("2..|303")).findFirst().orElseThrow().getValue();

            assertThat(well.toString()).as(call + " answers").contains("example");
            if (call.described().containsKey("requestBody")) assertThat(call.described().get("requestBody").toString()).as(call + " takes").contains("example");
        }
    }

    @Test
    void a_run_and_its_plan_hold_what_the_description_says_is_always_there() {
        var run = LawOffice.as("viewer").get("/api/v1/runs/{run}", office.run).then().statusCode(200).extract().<Map<String, Object>>path("$");
        var page = LawOffice.as("viewer").get("/api/v1/links/{link}/runs?limit=1", office.link).then().statusCode(200).extract().<Map<String, Object>>path("$");

        assertAsDescribed("Run", run);
        assertAsDescribed("PageRunView", page);
        for (var schema : List.of("PlanItem", "PlannedField", "Reason", "Progress", "PagePlanItemView")) assertThat(described(schema).get("required")).as(schema).asInstanceOf(LIST).isNotEmpty();
        assertThat(described("PlannedField").toString()).as("what is kept, and why").contains("null");
    }

    /** Every member is there; one is null only where the description says that it may be. */
    @SuppressWarnings("unchecked")
    static void assertAsDescribed(String schema, Map<String, Object> answer) {
        var described = described(schema);
        assertThat(answer.keySet()).as(schema).containsExactlyInAnyOrderElementsOf((List<String>) described.get("required"));
        ((Map<String, Object>) described.get("properties")).forEach((member, type) -> assertThat(answer.get(member) != null || type.toString().contains("null")).as(schema + " " + member + " " + type).isTrue());
        assertThat(described.get("properties").toString()).contains("null");
    }

    private static Map<String, Object> described(String schema) {
        return LawOffice.as("viewer").get("/q/openapi?format=json").then().statusCode(200).extract().path("components.schemas." + schema);
    }

    @Test
    void no_call_answers_without_a_login() {
        for (var call : calls()) {
            var answer = send(given().contentType(ContentType.JSON), call);

            assertThat(answer.statusCode()).as(call.toString()).isEqualTo(401);
            assertThat(answer.contentType()).as(call.toString()).startsWith("application/problem+json");
        }
    }

    @Test
    void no_call_answers_to_a_wrong_password() {
        for (var call : calls()) {
            var answer = send(given().auth().preemptive().basic("administrator", "wrong").contentType(ContentType.JSON), call);

            assertThat(answer.statusCode()).as(call.toString()).isEqualTo(401);
            assertThat(answer.contentType()).as(call.toString()).startsWith("application/problem+json");
            assertThat(answer.header("WWW-Authenticate")).as(call.toString()).startsWith("basic");
        }
    }

    @Test
    void a_name_that_nobody_can_have_is_a_wrong_login() {
        assertThat(given().auth().preemptive().basic("a\0b", "wrong").get("/api/v1/links").statusCode()).isEqualTo(401);
    }

    @Test
    void a_viewer_changes_nothing() {
        for (var call : calls().stream().filter(Call::changes).toList()) {
            var answer = send(LawOffice.as("viewer"), call);

            assertThat(answer.statusCode()).as(call + " " + answer.asString()).isEqualTo(403);
        }
    }

    /** Compare and choose; and what is created or updated by hand from the same place. */
    private static final List<String> OF_A_SCREEN = List.of("compareRelation", "compareRecord", "resolveRelation", "syncRelation");

    @Test
    void the_description_says_which_calls_take_a_token() {
        for (var call : calls()) {
            boolean isOfAScreen = OF_A_SCREEN.contains(call.described().get("operationId").toString());

            assertThat(call.described().get("security")).as(call.toString()).isEqualTo(isOfAScreen ? List.of(Map.of("user", List.of()), Map.of("token", List.of())) : List.of(Map.of("user", List.of())));
        }
        LawOffice.as("viewer").get("/q/openapi?format=json").then().body("components.securitySchemes.keySet()", containsInAnyOrder("user", "token"))
            .body("components.securitySchemes.token.scheme", equalTo("bearer"));
    }

    @Test
    void a_token_is_good_for_comparing_and_choosing_and_for_nothing_else() {
        for (var call : calls()) {
            var answer = send(given().header("Authorization", "Bearer " + office.tokenText).contentType(ContentType.JSON), call, office.quiet);

            if (OF_A_SCREEN.contains(call.described().get("operationId").toString())) assertThat(answer.statusCode()).as(call + " " + answer.asString()).isIn(200, 202);
            else assertThat(answer.statusCode()).as(call + " " + answer.asString()).isEqualTo(403);
            assertThat(answer.contentType()).as(call.toString()).startsWith(answer.statusCode() == 403 ? "application/problem+json" : "application/json");
        }
        for (var path : List.of("/q/openapi", "/q/metrics", "/q/health", "/", "/api/v1/relations/" + office.held + "/history/compare"))
            assertThat(given().header("Authorization", "Bearer " + office.tokenText).get(path).statusCode()).as(path).isEqualTo(403);
    }

    @Test
    void no_call_answers_to_a_token_that_is_none() {
        for (var call : calls()) for (var none : List.of("Bearer x", "bearer " + office.token, "Bearer " + office.tokenText + "x", "Bearer " + office.token + "."))  {
            var answer = send(given().header("Authorization", none).contentType(ContentType.JSON), call);

            assertThat(answer.statusCode()).as(call.toString()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).as(call.toString()).startsWith("Bearer");
        }
    }

    @Test
    void what_is_of_another_office_is_not_there() {
        for (var call : calls().stream().filter(Call::isOfAnOffice).toList()) {
            var answer = send(LawOffice.as("outsider"), call);

            // A link is the only thing that names its office in its body: told as one that nobody has, beside all else that is wrong.
            assertThat(answer.statusCode()).as(call + " " + answer.asString()).isEqualTo(call.toString().equals("/api/v1/links POST") ? 422 : 404);
        }
    }

    @Test
    void lists_over_all_offices_show_nothing_of_another() {
        for (var path : List.of("/api/v1/links", "/api/v1/holds", "/api/v1/dead-letters", "/api/v1/audit")) {
            var items = LawOffice.as("outsider").get(path).then().statusCode(200).extract().<List<Object>>path("items");

            assertThat(items).as(path).isEmpty();
        }
    }

    @Test
    void a_member_that_nobody_knows_is_refused_with_its_place() {
        for (var call : calls().stream().filter(Call::takesJson).toList()) {
            var answer = LawOffice.as("administrator").body("{\"nobodyKnows\": 1}").request(call.method(), filled(call, office.held));

            assertThat(answer.statusCode()).as(call + " " + answer.asString()).isEqualTo(400);
            assertThat(answer.jsonPath().getString("errors[0].pointer")).as(call.toString()).isEqualTo("/nobodyKnows");
        }
    }

    @Test
    void a_body_beyond_what_any_call_takes_is_the_callers_mistake() {
        var bodies = List.of("{\"fields\":".repeat(1_200) + "1" + "}".repeat(1_200), "[".repeat(1_200) + "]".repeat(1_200), "{\"" + "x".repeat(60_000) + "\": 1}",
            "{\"name\": " + "1".repeat(2_000) + "}", "{\"at\": 1e999}", "{\"a\u0000\": \"\\ud800\"}");
        for (var call : calls().stream().filter(Call::takesJson).toList()) for (var body : bodies) {
            var answer = LawOffice.as("administrator").body(body).request(call.method(), filled(call, office.held));

            assertThat(answer.statusCode()).as(call + " " + body.substring(0, 12) + " " + answer.asString()).isIn(400, 422);
            assertThat(answer.contentType()).as(call.toString()).startsWith("application/problem+json");
        }
    }

    /** Every body is one that its call would take, so that nothing but the caller stands in the way. */
    private Response send(RequestSpecification caller, Call call) { return send(caller, call, office.held); }

    private Response send(RequestSpecification caller, Call call, String relation) {
        var body = switch (call.described().get("operationId").toString()) {
            case "createLink" -> office.newLink();
            case "startRun" -> "{\"kind\": \"full\"}";
            case "rotateWebhook" -> "{\"side\": \"target\"}";
            case "resolveHold", "resolveRelation" -> "{\"fields\": {\"phone\": \"source\"}}";
            case "resolveHolds" -> "{\"link\": \"" + office.link + "\", \"code\": \"FIRST_MEETING_DIFFERS\", \"choice\": \"source\"}";
            case "compareRecord" -> "{\"side\": \"target\", \"record\": \"" + office.record + "\"}";
            case "issueToken" -> "{\"name\": \"" + java.util.UUID.randomUUID() + "\"}";
            case "openOffice" -> "{\"id\": \"another\", \"name\": \"Another\"}";
            case "importFile" -> "relatienummer;naam\nCMP-1;Voorbeeld B.V.\n";
            default -> "{}";
        };
        if (call.path().endsWith("{link}/files")) caller.contentType("text/csv");
        return call.described().containsKey("requestBody") ? caller.body(body).request(call.method(), filled(call, relation)) : caller.request(call.method(), filled(call, relation));
    }

    private String filled(Call call, String relation) {
        return call.path().replace("{type}", "advocaatcentraal-tribe").replace("{link}", office.link).replace("{run}", office.run)
            .replace("{relation}", relation).replace("{hold}", office.hold).replace("{letter}", office.letter).replace("{list}", "Country").replace("{token}", office.token)
            .replace("{name}", "backup.csv").replace("{account}", office.account);
    }

    @SuppressWarnings("unchecked")
    private static List<Call> calls() {
        Map<String, Map<String, Object>> paths = LawOffice.as("viewer").accept(ContentType.JSON).get("/q/openapi?format=json").then().statusCode(200).extract().path("paths");
        var calls = new ArrayList<Call>();
        paths.forEach((path, methods) -> methods.forEach((method, described) -> {
            if (described instanceof Map && ((Map<String, Object>) described).containsKey("operationId"))
                calls.add(new Call(method.toUpperCase(java.util.Locale.ROOT), path, (Map<String, Object>) described));
        }));
        assertThat(calls).isNotEmpty();
        return calls;
    }
}
