package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Offices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Restoring over the interface of the running program, against both stand-ins. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class RestoringTest {

    private static final String OLD = "https://oud.example";
    private static final String NEW = "https://nieuw.example";
    private static final String WEBSITE = "fields.find { it.field == 'website' }";

    @Inject Offices offices;
    private LawOffice office;

    @BeforeEach
    void there_is_an_office() { office = LawOffice.made(offices); }

    @Test
    void a_field_is_put_back_by_a_plan_stays_so_and_is_put_forward_again_by_undoing_that() {
        var relation = paired(0);
        var moment = edited(relation);

        var run = plan("{\"kind\": \"restore\", \"at\": \"" + moment + "\", \"relation\": \"" + relation + "\", \"field\": \"website\"}");
        LawOffice.as("viewer").get("/api/v1/runs/{run}/items?bucket=to-restore", run).then().statusCode(200).body("items", hasSize(1))
            .body("items[0].relation", equalTo(relation)).body("items[0].fields", hasSize(1)).body("items[0].fields[0].side", equalTo("target"))
            .body("items[0].fields[0].label", equalTo("website")).body("items[0].fields[0].now", equalTo(NEW)).body("items[0].fields[0].value", equalTo(OLD)).body("items[0].fields[0].kept", nullValue());
        EveryCallTest.assertAsDescribed("PlanItem", LawOffice.as("viewer").get("/api/v1/runs/{run}/items", run).then().extract().path("items[0]"));
        EveryCallTest.assertAsDescribed("PlannedField", LawOffice.as("viewer").get("/api/v1/runs/{run}/items", run).then().extract().path("items[0].fields[0]"));
        applied(run, "{}");

        assertThat(run(run).getInt("balance.updated")).isEqualTo(1);
        assertThat(website(relation)).isEqualTo(NEW + " " + OLD);
        assertThat(office.relation(relation).getString("state")).isEqualTo("in-sync");
        assertThat(office.relation(relation).getList("reasons.code")).contains("RESTORED");
        LawOffice.as("operator").body("{}").post("/api/v1/runs/{run}/apply", run).then().statusCode(409).body("errors[0].code", equalTo("RUN_DONE"));
        LawOffice.as("viewer").get("/api/v1/runs/{run}/items", run).then().statusCode(200).body("items[0].selected", equalTo(true)).body("items[0].outcome", equalTo("updated"));

        applied(undone(run), "{}");
        assertThat(website(relation)).isEqualTo(NEW + " " + NEW);
        assertThat(office.relation(relation).getList("reasons.code")).doesNotContain("RESTORED");
    }

    @Test
    void what_somebody_changed_after_the_plan_is_not_written() {
        var relation = paired(1);
        var moment = edited(relation);
        var run = plan("{\"kind\": \"restore\", \"at\": \"" + moment + "\", \"relation\": \"" + relation + "\"}");
        office.edit("tribe", office.relation(relation).getString("target.id"), "{\"Website\": \"https://hand.example\"}");

        applied(run, "{}");

        office.until(() -> website(relation).equals("https://hand.example https://hand.example"));
        assertThat(run(run).getInt("balance.changed-since-preview")).isEqualTo(1);
    }

    @Test
    void a_record_that_a_run_created_stays_and_its_pair_is_cut_on_request_and_joined_again() {
        var run = undone(office.run);
        var created = LawOffice.as("operator").get("/api/v1/runs/{run}/items?bucket=created&limit=200", run).then().statusCode(200)
            .body("items.created", everyItem(equalTo("target"))).body("items.reasons.flatten().code", hasItems("MADE_BY_HUB")).body("items", not(hasSize(0))).extract().jsonPath();
        var relation = paired(2);
        var item = created.getString("items.find { it.relation == '" + relation + "' }.id");

        applied(run, "{\"items\": [], \"cut\": [\"" + item + "\"]}");

        assertThat(office.relation(relation).getString("state")).isEqualTo("out-of-scope");
        assertThat(office.relation(relation).getList("reasons.code")).containsExactly("PAIR_CUT");
        LawOffice.as("operator").body("{\"release\": true}").post("/api/v1/relations/{id}/resolve", relation).then().statusCode(202);
        office.until(() -> office.relation(relation).getString("state").equals("in-sync"));
    }

    @Test
    void everything_that_is_wrong_with_what_is_asked_is_told_at_once() {
        start("{\"kind\": \"restore\", \"relation\": \"999999999\", \"field\": \"shoeSize\"}").statusCode(422)
            .body("errors.code", hasItems("MOMENT_MISSING", "RELATION_UNKNOWN", "FIELD_UNKNOWN"));
        start("{\"kind\": \"restore\", \"at\": \"2999-01-01T00:00:00Z\"}").statusCode(422).body("errors[0].code", equalTo("MOMENT_TO_COME"));
        start("{\"kind\": \"restore\", \"at\": \"-999999999-01-01T00:00:00Z\"}").statusCode(422).body("errors[0].code", equalTo("MOMENT_TOO_EARLY"));
        start("{\"kind\": \"restore\", \"at\": 1e999}").statusCode(422).body("errors[0].pointer", equalTo("/at"));
        start("{\"kind\": \"full\", \"at\": \"2026-01-01T00:00:00Z\", \"field\": \"phone\"}").statusCode(422).body("errors.pointer", hasItems("/at", "/field"));
        LawOffice.as("operator").body("{\"items\": [\"999999999\"]}").post("/api/v1/runs/{run}/apply", office.run).then().statusCode(422).body("errors[0].code", equalTo("ITEM_UNKNOWN"));
        for (var body : new String[] {"{\"items\": [null]}", "{\"cut\": [null]}", "{\"fields\": {\"1\": null}}"})
            LawOffice.as("operator").body(body).post("/api/v1/runs/{run}/apply", office.run).then().statusCode(400);
        LawOffice.as("viewer").get("/api/v1/runs/{run}/items?bucket=nowhere", office.run).then().statusCode(400).body("errors[0].pointer", equalTo("/bucket"))
            .body("errors[0].detail", equalTo("There is no bucket nowhere; there are: to-restore, kept, created."));
    }

    private String paired(int index) {
        var rows = LawOffice.as("viewer").get("/api/v1/links/{link}/relations?limit=200", office.link).jsonPath();
        return rows.<String>getList("items.findAll { it.kind == 'organisation' && it.target != null && it.target.id != null && it.id != '" + office.held + "' }.id").get(index);
    }

    /** The website was typed twice in AdvocaatCentraal and carried over; the moment in between. */
    private Instant edited(String relation) {
        typed(relation, OLD);
        var moment = Instant.now();
        typed(relation, NEW);
        return moment;
    }

    private void typed(String relation, String website) {
        office.edit("advocaatcentraal", office.relation(relation).getString("source.id"), "{\"website\": \"" + website + "\"}");
        LawOffice.as("operator").post("/api/v1/relations/{id}/sync", relation).then().statusCode(202);
        office.until(() -> website(relation).equals(website + " " + website));
    }

    private String website(String relation) {
        var shown = office.relation(relation);
        return shown.getString(WEBSITE + ".source") + " " + shown.getString(WEBSITE + ".target");
    }

    private io.restassured.response.ValidatableResponse start(String body) {
        return LawOffice.as("operator").body(body).post("/api/v1/links/{link}/runs", office.link).then();
    }

    private String plan(String body) { return planned(start(body).statusCode(202).extract().header("Location")); }

    private String undone(String run) {
        return planned(LawOffice.as("operator").post("/api/v1/runs/{run}/undo", run).then().statusCode(202).body("kind", equalTo("restore")).extract().header("Location"));
    }

    private String planned(String location) {
        var run = location.substring(location.lastIndexOf('/') + 1);
        office.until(() -> run(run).getString("state").equals("planned"));
        return run;
    }

    private void applied(String run, String selection) {
        LawOffice.as("operator").body(selection).post("/api/v1/runs/{run}/apply", run).then().statusCode(202);
        office.until(() -> run(run).getString("state").equals("done"));
        assertThat(run(run).getMap("balance", String.class, Integer.class).values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(run(run).getInt("read"));
    }

    private static JsonPath run(String run) { return LawOffice.as("viewer").get("/api/v1/runs/{run}", run).then().statusCode(200).extract().jsonPath(); }
}
