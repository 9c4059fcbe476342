package nl.koppelwerk.api;

import static nl.koppelwerk.api.BookkeepingOffice.as;
import static nl.koppelwerk.api.BookkeepingOffice.file;
import static nl.koppelwerk.api.BookkeepingOffice.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.support.Requirement;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sheets that come out of the running program and go into it. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class BookkeepingFilesTest {

    private static final String HEADER = "relatienummer;soort;rollen;naam;e-mail;kvk-nummer;betaaltermijn\n";

    @Inject Offices offices;
    private BookkeepingOffice office;

    @BeforeEach void there_is_an_office() { office = BookkeepingOffice.made(offices); }

    @Test @Requirement({"SN-06", "SN-41"}) void the_checklist_names_what_is_to_be_mended_relation_by_relation() throws IOException {
        as("operator").get("/api/v1/runs/{run}/files", office.checklist).then().statusCode(200).body("files", containsInAnyOrder("checklist.csv", "checklist.xlsx"));

        var csv = lines(office.checklist, "checklist.csv");

        assertThat(csv.get(0)).isEqualTo("relatienummer;rol;naam;gevolg;veld;code;wat er is;wat te doen");
        assertThat(csv).hasSizeGreaterThan(1).allMatch(line -> line.split(";").length >= 8);
        var run = seen(office.checklist);
        assertThat(run.getInt("balance.held") + run.getInt("balance.refused")).isPositive();
        assertThat(run.getInt("balance.created") + run.getInt("balance.updated")).isZero();
        assertThat(workbook(office.checklist, "checklist.xlsx")).hasSameSizeAs(csv).first().asString().startsWith("relatienummer");
    }

    @Test @Requirement("SN-50") void an_export_has_compendas_columns_and_snelstarts() throws IOException {
        var run = office.run("{'kind': 'export'}");

        assertThat(lines(run, "relations.csv").get(0)).startsWith("relatienummer;soort;rollen;gearchiveerd;naam;");
        assertThat(lines(run, "relations.csv")).as("one row however many hats").hasSize(office.export("compenda").size() + 1);
        assertThat(lines(run, "snelstart.csv").stream().filter(line -> line.contains("Beide Kanten B.V."))).hasSize(2);
        assertThat(workbook(run, "relations.xlsx")).hasSameSizeAs(lines(run, "relations.csv"));
    }

    @Test @Requirement("SN-44") void a_backup_keeps_what_stood_in_snelstart_before() {
        assertThat(lines(office.backup, "backup.csv").get(0)).startsWith("snelstart-id;relatiecode;relatiesoort;nonactief;naam;");
        assertThat(lines(office.backup, "backup.csv").stream().filter(line -> !line.contains(";Kostenplaats;"))).hasSize(office.before.get(0) + 1)
            .anyMatch(line -> line.contains(";Klant;")).anyMatch(line -> line.contains(";Eigen;"));
        assertThat(lines(office.backup, "backup.csv")).anyMatch(line -> line.contains(";Beide Kanten;")).noneMatch(line -> line.contains("Beide Kanten B.V."));
    }

    @Test @Requirement({"SN-50", "SN-51"}) void an_imported_sheet_carries_over_its_good_rows_and_names_its_bad_ones() {
        var sheet = HEADER + "CMP-90001;Organisatie;debiteur;Uit Een Bestand B.V.;post@bestand.example;;14\n"
            + "CMP-90002;Organisatie;vriend;Zonder Rol B.V.;;;\n"
            + "CMP-90003;Persoon;crediteur;Jan Çelik;jan@bestand.example;;\n";

        var run = office.ended(bring("operator", office.link, sheet).statusCode(202).body("kind", equalTo("import")).extract().path("id"));

        var view = seen(run);
        assertThat(view.getString("state")).isEqualTo("done");
        assertThat(view.getInt("balance.created")).isEqualTo(2);
        assertThat(view.getInt("balance.refused")).isEqualTo(1);
        assertThat(office.relaties("Uit Een Bestand B.V.")).singleElement().satisfies(one -> assertThat(one.getInt("krediettermijn")).isEqualTo(14));
        assertThat(office.relaties("Jan Çelik")).singleElement().satisfies(one -> assertThat(one.getList("relatiesoort", String.class)).containsExactly("Leverancier"));
        assertThat(lines(run, "errors.csv")).hasSize(2).element(1).asString().startsWith("3;rollen;vriend;").contains("debiteur");
    }

    @Test void what_is_no_sheet_fails_with_words() {
        var run = office.ended(bring("operator", office.link, "hallo;wereld\n1;2\n").statusCode(202).extract().path("id"));

        assertThat(seen(run).getString("state")).isEqualTo("failed");
        assertThat(seen(run).getString("why")).as("everybody of the office sees it, and a cell may hold anything").contains("errors.csv").doesNotContain("hallo");
        assertThat(lines(run, "errors.csv")).hasSizeGreaterThan(1).anyMatch(line -> line.contains("hallo"));
    }

    @Test void files_need_an_operator_of_the_office() {
        for (var path : List.of("/files", "/files/checklist.csv")) {
            as("viewer").get("/api/v1/runs/" + office.checklist + path).then().statusCode(403);
            LawOffice.as("books-nobody").get("/api/v1/runs/" + office.checklist + path).then().statusCode(401);
        }
        bring("viewer", office.link, HEADER).statusCode(403);
        as("operator").get("/api/v1/runs/{run}/files/backup.csv", office.checklist).then().statusCode(404);
        as("operator").get("/api/v1/runs/{run}/files/checklist.pdf", office.checklist).then().statusCode(404);
    }

    @Test void another_office_sees_no_run_and_no_file() {
        LawOffice.made(offices);
        for (var path : List.of("/api/v1/runs/" + office.checklist, "/api/v1/runs/" + office.checklist + "/files", "/api/v1/runs/" + office.checklist + "/files/checklist.csv"))
            LawOffice.as("outsider").get(path).then().statusCode(404);
        LawOffice.as("outsider").contentType("text/csv").body(HEADER).post("/api/v1/links/{link}/files", office.link).then().statusCode(404);
    }

    private static ValidatableResponse bring(String role, String link, String sheet) {
        return as(role).contentType("text/csv").body(sheet.getBytes(StandardCharsets.UTF_8)).queryParam("name", "relaties.csv").post("/api/v1/links/{link}/files", link).then();
    }

    private static List<String> lines(String run, String name) {
        var answer = file(run, name).then().statusCode(200).extract();
        assertThat(answer.header("Content-Disposition")).contains(name);
        return new String(answer.asByteArray(), StandardCharsets.UTF_8).replace("\uFEFF", "").lines().toList();
    }

    private static List<String> workbook(String run, String name) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file(run, name).then().statusCode(200).extract().asByteArray()))) {
            return workbook.getFirstSheet().read().stream().map(row -> row.getCellText(0)).toList();
        }
    }
}
