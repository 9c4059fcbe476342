package nl.koppelwerk.api;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.ledger.Offices.User;
import org.awaitility.Awaitility;

/**
 * An office whose link keeps forty invented relations in two stand-ins the same, with one conflict and one dead letter.
 * Made once for all tests of the interface; its users have their name as password, and {@code outsider} is of another office.
 */
final class LawOffice {

    static final String ID = "law-office";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static LawOffice made;

    final String link;
    final String account;
    final String run;
    final String held;
    final String hold;
    final String letter;
    /** A record of the target that has a relation. */
    final String record;
    /** The relation of that record, about which nobody is asked. */
    final String quiet;
    final String token;
    final String tokenText;
    private final SandboxDesk desk = SandboxDesk.of(40);
    private final String sandbox = desk.base();

    static synchronized LawOffice made(Offices offices) {
        if (made == null) made = new LawOffice(offices);
        return made;
    }

    private LawOffice(Offices offices) {
        people(offices);
        link = as("administrator").body(newLink()).post("/api/v1/links").then().statusCode(201).extract().path("id");
        as("administrator").post("/api/v1/links/{link}/activate", link).then().statusCode(200);
        until(() -> runs().getString("items[0].state").equals("done"));
        account = as("viewer").get("/api/v1/links/{link}", link).then().statusCode(200).extract().path("source.id");
        run = runs().getString("items[0].id");
        held = conflict();
        hold = as("viewer").get("/api/v1/holds?link={link}", link).path("items[0].id");
        letter = refusedByTheVendor();
        quiet = inSync();
        record = relation(quiet).getString("target.id");
        var issued = as("administrator").body("{\"name\": \"A screen\"}").post("/api/v1/links/{link}/tokens", link).then().statusCode(201).extract().jsonPath();
        token = issued.getString("id");
        tokenText = issued.getString("token");
    }

    static RequestSpecification as(String user) { return given().auth().preemptive().basic(user, user).contentType(ContentType.JSON); }

    String newLink() {
        return """
            {"type": "advocaatcentraal-tribe", "office": "%s", "name": "Kantoor Voorbeeld",
             "source": {"baseUrl": "%s/advocaatcentraal", "officeNumber": "10042", "credentials": {"apiKey": "ac-demo-key"}},
             "target": {"baseUrl": "%s/tribe", "authUrl": "%s/tribe-auth",
                        "credentials": {"clientId": "tribe-demo-client", "clientSecret": "tribe-demo-secret", "webhookSecret": "tribe-demo-webhook-secret"}},
             "settings": {"relationTypes": {"CLIENT": "Customer", "WEDERPARTIJ": ""}, "tribeKvkLink": true}}""".formatted(ID, sandbox, sandbox, sandbox);
    }

    JsonPath relation(String id) { return as("operator").get("/api/v1/relations/{id}", id).then().statusCode(200).extract().jsonPath(); }

    /** What a person does at a vendor's own desk. */
    void edit(String system, String record, String body) {
        given().contentType(ContentType.JSON).body(body).patch(sandbox + "/_sandbox/" + system + "/records/" + record).then().statusCode(200);
    }

    String registeredAtTribe() { return given().get(sandbox + "/_sandbox/tribe/webhooks").then().statusCode(200).extract().asString(); }

    void until(java.util.concurrent.Callable<Boolean> fact) { Awaitility.await().atMost(LIMIT).until(fact); }

    private static void people(Offices offices) {
        given().auth().preemptive().basic("admin", TestPostgres.ADMIN_PASSWORD).contentType(ContentType.JSON)
            .body("{\"id\": \"" + ID + "\", \"name\": \"Kantoor Voorbeeld\"}").post("/api/v1/offices").then().statusCode(201);
        offices.save(new User("administrator", Passwords.hash("administrator"), false, Map.of(ID, Role.ADMIN)));
        offices.save(new User("operator", Passwords.hash("operator"), false, Map.of(ID, Role.OPERATOR)));
        offices.save(new User("viewer", Passwords.hash("viewer"), false, Map.of(ID, Role.VIEWER)));
        offices.open("elsewhere", "Een ander kantoor");
        offices.save(new User("outsider", Passwords.hash("outsider"), true, Map.of("elsewhere", Role.ADMIN)));
    }

    private JsonPath runs() { return as("viewer").get("/api/v1/links/{link}/runs", link).then().statusCode(200).extract().jsonPath(); }

    private String inSync() {
        var rows = as("viewer").get("/api/v1/links/{link}/relations?state=in-sync", link).jsonPath();
        return rows.getString("items.find { it.kind == 'organisation' && it.target.id != null }.id");
    }

    private String conflict() {
        var paired = inSync();
        var relation = relation(paired);
        edit("advocaatcentraal", relation.getString("source.id"), "{\"telefoonnummer\": \"070 123 45 67\"}");
        edit("tribe", relation.getString("target.id"), "{\"PhoneNumber\": \"070 765 43 21\"}");
        as("operator").post("/api/v1/relations/{id}/sync", paired).then().statusCode(202);
        until(() -> relation(paired).getString("state").equals("held"));
        return paired;
    }

    private String refusedByTheVendor() {
        given().contentType(ContentType.JSON).body("{\"system\": \"tribe\", \"method\": \"POST\", \"pathContains\": \"Relation_Organization\", \"status\": 400}")
            .post(sandbox + "/_sandbox/faults").then().statusCode(200);
        given().contentType(ContentType.JSON).body("{\"soort\": \"BEDRIJF\", \"bedrijfsnaam\": \"Weigering B.V.\"}")
            .post(sandbox + "/_sandbox/advocaatcentraal/records").then().statusCode(201);
        as("operator").body("{\"kind\": \"periodic\"}").post("/api/v1/links/{link}/runs", link).then().statusCode(202);
        until(() -> letters().getList("items").size() == 1);
        return letters().getString("items[0].id");
    }

    JsonPath letters() { return as("viewer").get("/api/v1/dead-letters").then().statusCode(200).extract().jsonPath(); }
}
