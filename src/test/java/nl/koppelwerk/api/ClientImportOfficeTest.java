package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import of the running program from Admin-IS | Consult, as a preview and as a sheet for Accounton. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ClientImportOfficeTest {

    private static final String NEW = "accounton-new.xlsx";
    private static final String OVERWRITE = "accounton-overwrite.xlsx";
    /** Invented person 31. */
    private static final String PROSPECT = "9031";

    @Inject Offices offices;
    private ClientImportOffice office;

    @BeforeEach void there_is_an_office() { office = ClientImportOffice.made(offices); }

    @Test @Requirement("IM-02") void the_template_has_a_row_for_each_who_would_be_added() throws IOException {
        office.as("operator").get("/api/v1/runs/{run}/files", office.preview).then().statusCode(200).body("files", equalTo(List.of(NEW, OVERWRITE)));
        var added = office.items("only-in-import");

        var rows = office.rows(NEW);

        assertThat(added).isNotEmpty();
        assertThat(rows.get(0)).startsWith("type", "first name", "last name", "email", "language", "mobile number").endsWith("national number partner").hasSize(15);
        assertThat(rows.subList(1, rows.size())).hasSize(added.size()).allMatch(row -> row.get(0).equals("person"));
        assertThat(office.rows(NEW + "?except=" + added.get(0).get("id"))).hasSize(rows.size() - 1);
        assertThat(office.rows(NEW + "?item=" + added.get(0).get("id"))).hasSize(2);
    }

    @Test @Requirement("IM-14") void the_other_has_those_who_are_there_with_the_fields_that_are_named() throws IOException {
        var differing = office.items("duplicate").stream().filter(item -> written(item).contains("email")).toList();

        assertThat(office.rows(OVERWRITE + "?field=email")).hasSize(differing.size() + 1);
    }

    @Test void a_wrong_choice_of_rows_is_refused_with_words() {
        office.as("operator").get("/api/v1/runs/{run}/files/" + NEW + "?item=0&field=email", office.preview).then().statusCode(422).body("errors.code", hasItem("ITEM_UNKNOWN"))
            .body("errors.code", hasItem("ONLY_FOR_OVERWRITE"));
        office.as("operator").get("/api/v1/runs/{run}/files/" + NEW + "?items=1", office.preview).then().statusCode(400).body("detail", containsString("item, except, field"));
        office.as("operator").get("/api/v1/runs/{run}/files/errors.csv", office.preview).then().statusCode(404);
    }

    @Test @Requirement({"IM-14", "IM-21"}) void what_could_never_be_applied_is_refused_before_the_plan_is_spent() {
        var differing = office.items("duplicate").stream().filter(item -> !written(item).isEmpty()).map(item -> item.get("id").toString()).toList();

        refused(office.preview, Map.of("buckets", List.of("duplicate"), "overwrite", List.of("emial"))).body("errors[0].code", equalTo("FIELD_UNKNOWN")).body("errors[0].detail", containsString("email"));
        refused(office.preview, Map.of("buckets", List.of("only-in-target", "invalid"))).body("errors.code", hasItem("BUCKET_NOT_APPLIED"));
        refused(office.preview, Map.of("questionnaires", Map.of("nl", "q-2026-fr"))).body("errors.code", hasItem("QUESTIONNAIRE_LANGUAGE")).body("errors.detail", hasItem("q-2026-fr is a questionnaire in French."));
        refused(office.preview, Map.of("items", List.of(differing.get(0)), "fields", Map.of(differing.get(1), List.of("email")))).body("errors.code", hasItem("ITEM_NOT_MEANT"));
        refused(office.preview, Map.of("items", List.of(differing.get(0)), "overwrite", List.of())).body("errors.code", hasItem("NOTHING_TO_WRITE"));

        office.as("viewer").get("/api/v1/runs/{run}", office.preview).then().body("state", equalTo("planned"));
    }

    @Test void a_preview_that_a_newer_one_overtook_is_not_applied_any_more() {
        var older = office.previewed();
        var newer = office.previewed();
        office.as("operator").body("{\"buckets\": [\"duplicate\"], \"overwrite\": []}").post("/api/v1/runs/{run}/apply", newer).then().statusCode(202);

        refused(older, Map.of("buckets", List.of("duplicate"))).body("errors.code", equalTo(List.of("PLAN_OVERTAKEN"))).body("errors[0].detail", containsString(newer));
    }

    private ValidatableResponse refused(String run, Map<String, ?> choice) { return office.as("operator").body(choice).post("/api/v1/runs/{run}/apply", run).then().statusCode(422); }

    @Test void national_numbers_are_for_an_operator_of_the_office_and_nobody_else() {
        for (var file : List.of(NEW, OVERWRITE)) {
            office.as("viewer").get("/api/v1/runs/{run}/files/" + file, office.preview).then().statusCode(403);
            office.as("outsider").get("/api/v1/runs/{run}/files/" + file, office.preview).then().statusCode(404);
        }
    }

    @Test void a_prospect_is_no_client_and_says_why() {
        var prospect = office.relationOf(PROSPECT);

        assertThat(prospect.getString("state")).isEqualTo("out-of-scope");
        assertThat(prospect.getString("reasons")).contains("OF_OTHER_TYPE", "type 9");
        office.as("operator").get("/api/v1/links/{link}/reference/client-types", office.link).then().statusCode(200).body("items.find { it.name == 'Prospect' }.id", equalTo("9"));
    }

    @Test @Requirement("IM-02") void an_office_without_an_interface_gets_everybody_as_a_sheet_and_applies_nothing() throws IOException {
        var paper = ClientImportOffice.byPaper(offices);
        paper.as("operator").post("/api/v1/links/{link}/test", paper.link).then().statusCode(200).body("well", equalTo(true)).body("sides.target.what", hasItem("by-paper"));

        assertThat(paper.items("only-in-import")).isNotEmpty().hasSizeGreaterThan(office.items("only-in-import").size());
        assertThat(paper.items("duplicate")).isEmpty();
        assertThat(paper.rows(NEW)).hasSize(paper.items("only-in-import").size() + 1);
        paper.as("operator").body("{}").post("/api/v1/runs/{run}/apply", paper.preview).then().statusCode(422).body("errors.code", equalTo(List.of("BY_PAPER")))
            .body("errors[0].detail", containsString(NEW));
        paper.as("admin").body("{\"target\": {\"baseUrl\": \"" + paper.desk.base() + "/accounton\"}}").patch("/api/v1/links/{link}", paper.link).then().statusCode(422)
            .body("errors.pointer", equalTo(List.of("/target/credentials/apiKey")));
        paper.as("admin").body("{\"target\": {\"credentials\": {\"apiKey\": \"accounton-demo-key\"}}}").patch("/api/v1/links/{link}", paper.link).then().statusCode(422)
            .body("errors.pointer", equalTo(List.of("/target/baseUrl")));
    }

    @Test void settings_that_are_no_numbers_name_the_remedy() {
        office.as("admin").body("{\"settings\": {\"clientTypes\": [\"8\"]}}").patch("/api/v1/links/{link}", office.link).then().statusCode(422)
            .body("errors[0].pointer", equalTo("/settings/clientTypes")).body("errors[0].detail", containsString("a list of whole numbers"));
    }

    @Test void a_fingerprint_that_is_none_is_refused_and_nothing_is_changed() {
        office.as("admin").body("{\"source\": {\"credentials\": {\"certificateSha256\": \"12:34\"}}}").patch("/api/v1/links/{link}", office.link).then().statusCode(422)
            .body("errors[0].pointer", equalTo("/source/credentials/certificateSha256")).body("errors[0].code", equalTo("CREDENTIAL_FORMAT"))
            .body("errors[0].detail", containsString("64 hexadecimal digits"));
        office.as("admin").post("/api/v1/links/{link}/test", office.link).then().statusCode(200).body("well", equalTo(true));
    }

    @SuppressWarnings("unchecked")
    private static List<String> written(Map<String, Object> item) {
        return ((List<Map<String, Object>>) item.get("fields")).stream().filter(field -> field.get("kept") == null).map(field -> (String) field.get("field")).toList();
    }
}
