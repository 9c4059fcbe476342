package nl.koppelwerk.api;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.ledger.Offices.User;
import org.awaitility.Awaitility;

/** An office whose link keeps the customers of e-conomic and Clickmate the same, in two stand-ins with twenty customers each. */
final class DanishOffice {

    static final String ID = "danish-office";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static DanishOffice made;

    final String link;
    /** The number in e-conomic of a customer that stands in Clickmate under its CVR number before there is a link. */
    final String acquainted;
    private final SandboxDesk desk = SandboxDesk.of(20);
    private final String sandbox = desk.base();

    static synchronized DanishOffice made(Offices offices) {
        if (made == null) made = new DanishOffice(offices);
        return made;
    }

    private DanishOffice(Offices offices) {
        given().auth().preemptive().basic("admin", TestPostgres.ADMIN_PASSWORD).contentType(ContentType.JSON)
            .body("{\"id\": \"" + ID + "\", \"name\": \"Kontoret\"}").post("/api/v1/offices").then().statusCode(201);
        for (var role : Role.values()) {
            var name = "danish-" + role.name().toLowerCase(java.util.Locale.ROOT);
            offices.save(new User(name, Passwords.hash(name), false, Map.of(ID, role)));
        }
        acquainted = acquaintance();
        link = LawOffice.as("danish-admin").body(newLink()).post("/api/v1/links").then().statusCode(201).extract().path("id");
        LawOffice.as("danish-admin").post("/api/v1/links/{link}/activate", link).then().statusCode(200);
        until(() -> runs().getString("items[0].state").equals("done"));
        run("full");
    }

    private String acquaintance() {
        var known = export("economic").stream().filter(one -> one.getString("corporateIdentificationNumber") != null).findFirst().orElseThrow();
        desk("POST", "/clickmate/load", "[{'name': '%s', 'lifecycle': 'ACTIVE', 'cvrNumber': '%s'}]".formatted(known.getString("name"), known.getString("corporateIdentificationNumber")));
        return known.getString("customerNumber");
    }

    private String newLink() {
        return """
            {"type": "economic-clickmate", "office": "%s", "name": "Kontoret",
             "source": {"baseUrl": "%s/economic", "apisUrl": "%s/economic-apis", "officeNumber": "1234567",
                        "credentials": {"appSecretToken": "economic-demo-app", "agreementGrantToken": "economic-demo-grant"}},
             "target": {"baseUrl": "%s/clickmate", "officeNumber": "demo", "credentials": {"apiKey": "clickmate-demo-key", "accountId": "demo"}},
             "settings": {"customerGroups": {"*": "1"}, "paymentTerms": {"*": "1"}, "vatZones": {"DK": "1", "EU": "2", "*": "3"}, "currencies": {"*": "DKK"},
                          "pollInterval": "PT1H", "sweepInterval": "PT1H"}}""".formatted(ID, sandbox, sandbox, sandbox);
    }

    JsonPath runs() { return LawOffice.as("danish-viewer").get("/api/v1/links/{link}/runs", link).then().statusCode(200).extract().jsonPath(); }

    /** Everything of both sides is compared, and what is new on either side goes over. */
    void run(String kind) {
        var run = LawOffice.as("danish-operator").body("{\"kind\": \"" + kind + "\"}").post("/api/v1/links/{link}/runs", link).then().statusCode(202).extract().<String>path("id");
        until(() -> LawOffice.as("danish-viewer").get("/api/v1/runs/{run}", run).path("state").equals("done"));
    }

    JsonPath relation(String id) { return LawOffice.as("danish-operator").get("/api/v1/relations/{id}", id).then().statusCode(200).extract().jsonPath(); }

    /** The relation that has this record on that side. */
    String relationOf(String side, String record) {
        return rows().stream().filter(row -> record.equals(((Map<?, ?>) row.getOrDefault(side, Map.of())).get("id"))).map(row -> (String) row.get("id")).findFirst().orElse(null);
    }

    List<Map<String, Object>> rows() {
        return LawOffice.as("danish-viewer").get("/api/v1/links/{link}/relations?limit=200", link).then().statusCode(200).extract().jsonPath().getList("items");
    }

    /** What a vendor's own desk shows or does. */
    JsonPath desk(String method, String path, String body) { return desk.ask(method, path, body); }

    /** How Clickmate's stand-in behaves from now on. */
    void clickmate(String name, String value) { desk("PUT", "/switches", "{'sandbox.clickmate.%s': '%s'}".formatted(name, value)); }

    /** All records of a stand-in. */
    List<JsonPath> export(String system) { return desk.export(system); }

    void until(Callable<Boolean> fact) { Awaitility.await().atMost(LIMIT).until(fact); }
}
