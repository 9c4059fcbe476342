package nl.koppelwerk.api;

import static nl.koppelwerk.api.BookkeepingOffice.as;
import static nl.koppelwerk.api.BookkeepingOffice.relation;
import static nl.koppelwerk.api.BookkeepingOffice.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way back of a link that goes one way: what a run wrote into SnelStart is put back there, and stays so. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class BookkeepingUndoTest {

    @Inject Offices offices;
    private BookkeepingOffice office;

    @BeforeEach void there_is_an_office() { office = BookkeepingOffice.made(offices); }

    @Test @Requirement("SN-44") void an_undone_run_puts_back_what_it_wrote_and_keeps_what_somebody_changed_since() {
        var first = office.known("Terug Een B.V.", ", 'website': 'https://oud.example'");
        var second = office.known("Terug Twee B.V.", ", 'website': 'https://oud.example'");
        for (var id : new String[] {first, second}) office.desk("PATCH", "/compenda/records/" + id + "?silently=true", "{'website': 'https://nieuw.example'}");
        var run = office.run("{'kind': 'full'}");
        assertThat(seen(run).getInt("balance.updated")).isEqualTo(2);
        office.desk("PATCH", "/snelstart/records/" + office.relaties("Terug Twee B.V.").get(0).getString("id"), "{'websiteUrl': 'https://boekhouder.example'}");

        var plan = planned(run);
        assertThat(item(plan, first).getString("bucket")).isEqualTo("to-restore");
        applied(plan);

        assertThat(website("Terug Een B.V.")).isEqualTo("https://oud.example");
        assertThat(website("Terug Twee B.V.")).isEqualTo("https://boekhouder.example");
        assertThat(seen(plan).getInt("balance.changed-since-preview")).isEqualTo(1);
        office.run("{'kind': 'full'}");
        assertThat(website("Terug Een B.V.")).as("it is wanted so").isEqualTo("https://oud.example");
        assertThat(office.desk("GET", "/compenda/records/" + first, null).getString("website")).isEqualTo("https://nieuw.example");
    }

    @Test @Requirement("SN-44") void what_somebody_changed_before_the_plan_is_listed_as_kept() {
        var known = office.known("Gehouden B.V.", ", 'website': 'https://oud.example'");
        office.desk("PATCH", "/compenda/records/" + known + "?silently=true", "{'website': 'https://nieuw.example'}");
        var run = office.run("{'kind': 'full'}");
        office.desk("PATCH", "/snelstart/records/" + office.relaties("Gehouden B.V.").get(0).getString("id"), "{'websiteUrl': 'https://boekhouder.example'}");
        var relation = office.relationOf("source", known + "#debtor").getString("id");
        as("operator").body("{}").post("/api/v1/relations/{id}/sync", relation).then().statusCode(202);
        office.until(() -> relation(relation).getList("reasons.code").contains("DRIFT"));

        var plan = planned(run);

        assertThat(item(plan, known).getString("bucket")).isEqualTo("kept");
        assertThat(item(plan, known).getString("fields[0].kept.code")).isNotEmpty();
        applied(plan);
        assertThat(website("Gehouden B.V.")).isEqualTo("https://boekhouder.example");
    }

    @Test @Requirement("SN-44") void records_that_a_run_made_are_listed_and_stay() {
        int relaties = office.export("snelstart").size();

        var plan = planned(office.initial);
        var created = as("operator").get("/api/v1/runs/{run}/items?bucket=created&limit=200", plan).then().statusCode(200).extract().jsonPath();
        assertThat(created.getList("items")).hasSize(seen(office.initial).getInt("balance.created"));
        assertThat(created.<String>getList("items.created")).containsOnly("target");
        applied(plan);
        office.run("{'kind': 'full'}");

        assertThat(office.export("snelstart")).hasSize(relaties);
        assertThat(office.relaties("Beide Kanten")).as("what the run changed is as it was").hasSize(1);
    }

    private String website(String name) { return office.relaties(name).get(0).getString("websiteUrl"); }

    private JsonPath item(String plan, String record) {
        var relation = office.relationOf("source", record + "#debtor").getString("id");
        var items = as("operator").get("/api/v1/runs/{run}/items?limit=200", plan).then().statusCode(200).extract().jsonPath();
        return items.setRootPath("items.find { it.relation == '" + relation + "' }");
    }

    private String planned(String run) {
        var plan = as("operator").post("/api/v1/runs/{run}/undo", run).then().statusCode(202).extract().<String>path("id");
        office.until(() -> seen(plan).getString("state").equals("planned"));
        return plan;
    }

    private void applied(String plan) {
        as("operator").body("{}").post("/api/v1/runs/{run}/apply", plan).then().statusCode(202);
        office.until(() -> seen(plan).getString("state").equals("done"));
    }
}
