package nl.koppelwerk.api;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.ledger.Offices.User;
import org.awaitility.Awaitility;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** An accountancy office that has Admin-IS | Consult and Accounton, the latter with or without an interface, of forty invented people and companies, with a preview of its import. */
final class ClientImportOffice {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Map<String, ClientImportOffice> MADE = new HashMap<>();

    private final String name;
    final SandboxDesk desk = SandboxDesk.of(40);
    final String link;
    final String preview;

    static ClientImportOffice made(Offices offices) { return made(offices, "tax", ", \"target\": {\"baseUrl\": \"%s/accounton\", \"credentials\": {\"apiKey\": \"accounton-demo-key\"}}"); }

    /** Its Accounton takes sheets and nothing else. */
    static ClientImportOffice byPaper(Offices offices) { return made(offices, "paper", ""); }

    private static synchronized ClientImportOffice made(Offices offices, String name, String target) {
        if (!MADE.containsKey(name)) MADE.put(name, new ClientImportOffice(offices, name, target));
        return MADE.get(name);
    }

    private ClientImportOffice(Offices offices, String name, String target) {
        this.name = name;
        people(offices);
        desk.ask("PUT", "/switches", "{'sandbox.admin-consult.quota': 'none', 'sandbox.accounton.quota': 'none'}");
        link = as("admin").body(newLink(target)).post("/api/v1/links").then().statusCode(201).extract().path("id");
        as("admin").post("/api/v1/links/{link}/activate", link).then().statusCode(200);
        preview = previewed();
    }

    /** A preview of its own, for who is going to apply it. */
    String previewed() {
        String run = as("operator").body("{\"kind\": \"preview\"}").post("/api/v1/links/{link}/runs", link).then().statusCode(202).extract().path("id");
        Awaitility.await().atMost(LIMIT).until(() -> List.of("planned", "failed").contains(as("viewer").get("/api/v1/runs/{run}", run).path("state").toString()));
        return run;
    }

    private void people(Offices offices) {
        given().auth().preemptive().basic("admin", TestPostgres.ADMIN_PASSWORD).contentType(ContentType.JSON)
            .body("{\"id\": \"" + name + "-office\", \"name\": \"Fiscaal Kantoor\"}").post("/api/v1/offices").then().statusCode(201);
        for (var role : Role.values()) {
            var user = name + "-" + role.name().toLowerCase(Locale.ROOT);
            offices.save(new User(user, Passwords.hash(user), false, Map.of(name + "-office", role)));
        }
        offices.open(name + "-elsewhere", "Een ander kantoor");
        offices.save(new User(name + "-outsider", Passwords.hash(name + "-outsider"), false, Map.of(name + "-elsewhere", Role.ADMIN)));
    }

    RequestSpecification as(String role) { return LawOffice.as(name + "-" + role); }

    private String newLink(String target) {
        return """
            {"type": "admin-consult-accounton", "office": "%s-office", "name": "Personenbelasting",
             "source": {"baseUrl": "%s/admin-consult", "officeNumber": "demo", "credentials": {"apiKey": "admin-consult-demo-key"}},
             "settings": {"label": "AJ2026", "clientTypes": [8, 1]}%s}""".formatted(name, desk.base(), target.replace("%s", desk.base()));
    }

    List<Map<String, Object>> items(String bucket) {
        return as("operator").get("/api/v1/runs/{run}/items?limit=200&bucket=" + bucket, preview).then().statusCode(200).extract().jsonPath().getList("items");
    }

    /** What a file of the preview holds, its header first. */
    List<List<String>> rows(String file) throws IOException {
        var bytes = as("operator").get("/api/v1/runs/{run}/files/" + file, preview).then().statusCode(200).extract().asByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return workbook.getFirstSheet().read().stream().map(row -> row.stream().map(cell -> cell == null ? "" : cell.getText()).toList()).toList();
        }
    }

    JsonPath relationOf(String root) {
        var rows = as("operator").get("/api/v1/links/{link}/relations?limit=200", link).then().statusCode(200).extract().jsonPath();
        return as("operator").get("/api/v1/relations/{id}", rows.getString("items.find { it.source?.id == '" + root + "' }.id")).then().statusCode(200).extract().jsonPath();
    }
}
