package nl.koppelwerk.api;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.ledger.Offices.Role;
import nl.koppelwerk.ledger.Offices.User;
import org.awaitility.Awaitility;

/**
 * An office whose link carries the debtors and creditors of Compenda over to SnelStart, in two stand-ins with thirty relations each.
 * It is begun by hand: a checklist, a backup, a sample, then all of it; from then on what changes goes over at once.
 */
final class BookkeepingOffice {

    static final String ID = "bookkeeping-office";
    /** Compenda holds it as debtor and as creditor, and so does SnelStart, under its KvK number. */
    static final String ACQUAINTED = "90004213";
    private static final String KEY = java.util.Base64.getEncoder().encodeToString("demo:snelstart-demo".getBytes());
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static BookkeepingOffice made;

    final String link;
    final JsonPath tested;
    final String checklist;
    final String backup;
    final String sample;
    final String initial;
    /** How many relaties SnelStart had before anything was started, and after the active link was told of a change. */
    final List<Integer> before;
    /** What it had looked at by then. */
    final int rowsByHand;
    final int afterSample;
    private final SandboxDesk desk = SandboxDesk.of(30);
    private final String sandbox = desk.base();
    final List<JsonPath> afterInitial;

    static synchronized BookkeepingOffice made(Offices offices) {
        if (made == null) made = new BookkeepingOffice(offices);
        return made;
    }

    private BookkeepingOffice(Offices offices) {
        people(offices);
        acquaintances();
        int atFirst = export("snelstart").size();
        link = as("admin").body(newLink(KEY, "demo")).post("/api/v1/links").then().statusCode(201).extract().path("id");
        tested = as("operator").post("/api/v1/links/{link}/test", link).then().statusCode(200).extract().jsonPath();
        checklist = run("{'kind': 'checklist'}");
        backup = run("{'kind': 'backup'}");
        as("admin").post("/api/v1/links/{link}/activate", link).then().statusCode(200);
        desk("PATCH", "/compenda/records/" + export("compenda").get(0).getString("id"), "{'website': 'https://stil.example'}");
        until(() -> as("viewer").get("/api/v1/links/{link}/webhook", link).path("items.find { it.side == 'source' }.lastArrival") != null);
        rowsByHand = rows().size();
        before = List.of(atFirst, export("snelstart").size());
        sample = run("{'kind': 'sample', 'size': 4}");
        afterSample = export("snelstart").size();
        initial = run("{'kind': 'initial'}");
        afterInitial = export("snelstart");
        settings("{'pollInterval': 'PT1H', 'sweepInterval': 'PT1H'}");
    }

    private void people(Offices offices) {
        given().auth().preemptive().basic("admin", TestPostgres.ADMIN_PASSWORD).contentType(ContentType.JSON)
            .body("{\"id\": \"" + ID + "\", \"name\": \"Administratie Voorbeeld\"}").post("/api/v1/offices").then().statusCode(201);
        for (var role : Role.values()) {
            var name = "books-" + role.name().toLowerCase(Locale.ROOT);
            offices.save(new User(name, Passwords.hash(name), false, Map.of(ID, role)));
        }
    }

    private void acquaintances() {
        desk("POST", "/compenda/load", "[{'name': 'Beide Kanten B.V.', 'kind': 'ORGANISATION', 'roles': ['DEBTOR', 'CREDITOR'], 'kvkNumber': '" + ACQUAINTED + "', 'email': 'post@beidekanten.example'}]");
        desk("POST", "/snelstart/load", "[{'naam': 'Beide Kanten', 'relatiesoort': ['Klant'], 'kvkNummer': '" + ACQUAINTED + "'}]");
    }

    String newLink(String clientKey, String administration) {
        return """
            {"type": "compenda-snelstart", "office": "%s", "name": "Administratie Voorbeeld",
             "source": {"baseUrl": "%s/compenda", "officeNumber": "demo", "credentials": {"apiKey": "compenda-demo-key"}},
             "target": {"baseUrl": "%s/snelstart", "authUrl": "%s/snelstart-auth", "officeNumber": "%s",
                        "credentials": {"subscriptionKey": "snelstart-demo-primary", "clientKey": "%s"}},
             "settings": {"mode": "by-hand"}}""".formatted(ID, sandbox, sandbox, sandbox, administration, clientKey);
    }

    static io.restassured.specification.RequestSpecification as(String role) { return LawOffice.as("books-" + role); }

    /** Judges everything afresh by them, where the link works by itself. */
    void settings(String settings) {
        int runs = runs().getList("items").size();
        as("admin").body("{\"settings\": " + settings.replace('\'', '"') + "}").patch("/api/v1/links/{link}", link).then().statusCode(200);
        until(() -> runs().getList("items").size() > runs && runs().<String>getList("items.state").stream().noneMatch("running"::equals));
    }

    JsonPath runs() { return as("viewer").get("/api/v1/links/{link}/runs?limit=200", link).then().statusCode(200).extract().jsonPath(); }

    /** A run that has ended. */
    String run(String asked) {
        return ended(as("operator").body(asked.replace('\'', '"')).post("/api/v1/links/{link}/runs", link).then().statusCode(202).extract().path("id"));
    }

    String ended(String run) {
        until(() -> List.of("done", "failed").contains(seen(run).getString("state")));
        return run;
    }

    static JsonPath seen(String run) { return as("viewer").get("/api/v1/runs/{run}", run).then().statusCode(200).extract().jsonPath(); }

    static Response file(String run, String name) { return as("operator").get("/api/v1/runs/{run}/files/{name}", run, name); }

    static JsonPath relation(String id) { return as("operator").get("/api/v1/relations/{id}", id).then().statusCode(200).extract().jsonPath(); }

    /** Nothing where it has none (yet). */
    JsonPath relationOf(String side, String root) {
        return rows().stream().filter(row -> root.equals(((Map<?, ?>) row.get(side)).get("id"))).map(row -> relation((String) row.get("id"))).findFirst().orElse(null);
    }

    List<Map<String, Object>> rows() {
        return as("viewer").get("/api/v1/links/{link}/relations?limit=200", link).then().statusCode(200).extract().jsonPath().getList("items");
    }

    /** What a vendor's own desk shows or does. */
    JsonPath desk(String method, String path, String body) { return desk.ask(method, path, body); }

    List<JsonPath> export(String system) { return desk.export(system); }

    List<JsonPath> relaties(String name) { return export("snelstart").stream().filter(one -> name.equals(one.getString("naam"))).toList(); }

    /** A new relation of Compenda, of which SnelStart has the relatie. */
    String known(String name, String more) {
        var made = desk("POST", "/compenda/records", "{'name': '" + name + "', 'kind': 'ORGANISATION', 'roles': ['DEBTOR']" + more + "}").getString("id");
        until(() -> !relaties(name).isEmpty());
        until(() -> "in-sync".equals(relationOf("source", made + "#debtor").getString("state")));
        return made;
    }

    void until(Callable<Boolean> fact) { Awaitility.await().atMost(LIMIT).ignoreExceptionsInstanceOf(NullPointerException.class).until(fact); }
}
