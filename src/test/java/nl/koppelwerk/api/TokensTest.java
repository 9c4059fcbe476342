package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.ledger.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token of one link, with which another program's screen compares and chooses. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class TokensTest {

    @Inject Offices offices;
    @Inject Tokens tokens;
    private LawOffice office;

    @BeforeEach void there_is_an_office() { office = LawOffice.made(offices); }

    @Test void it_is_shown_once_and_listed_by_its_name() {
        var issued = issued("A CRM", Instant.now().plus(1, ChronoUnit.DAYS));

        assertThat(compare(issued.getString("token")).statusCode()).isEqualTo(200);
        var secret = issued.getString("token").split("\\.")[1];
        LawOffice.as("administrator").get("/api/v1/links/{link}/tokens?limit=200", office.link).then().statusCode(200)
            .body("items.name", hasItems("A CRM", "A screen")).body("items.find { it.name == 'A CRM' }.state", equalTo("valid"))
            .body("items.find { it.name == 'A CRM' }.token", nullValue()).body(not(containsString(secret)));
        LawOffice.as("administrator").get("/api/v1/audit").then().body("items.did", hasItem("token.issue")).body(not(containsString(secret)));
    }

    @Test void revoked_or_expired_it_is_worth_nothing_from_then_on() {
        var revoked = issued("Revoked", null);
        assertThat(compare(revoked.getString("token")).statusCode()).isEqualTo(200);

        LawOffice.as("administrator").post("/api/v1/links/{link}/tokens/{token}/revoke", office.link, revoked.getString("id")).then().statusCode(200).body("state", equalTo("revoked"));
        assertThat(compare(revoked.getString("token")).statusCode()).isEqualTo(401);

        var past = tokens.issue(office.link, "Expired", Instant.now().minusSeconds(60), "administrator").orElseThrow();
        assertThat(compare(past.text()).statusCode()).isEqualTo(401);
        LawOffice.as("administrator").get("/api/v1/links/{link}/tokens?limit=200", office.link).then().body("items.find { it.name == 'Expired' }.state", equalTo("expired"));
    }

    @Test void who_chose_stands_in_the_audit_as_the_tokens_name() {
        var token = issued("Clickmate", null);

        given(token.getString("token")).body("{\"fields\": {\"phone\": \"source\"}}").post("/api/v1/relations/{id}/resolve", office.quiet).then().statusCode(202);

        LawOffice.as("administrator").get("/api/v1/audit").then().body("items[0].who", equalTo("Clickmate")).body("items[0].did", equalTo("relation.resolve"))
            .body("items[0].about", equalTo(office.quiet)).body("items[0].details.token", equalTo(token.getString("id"))).body("items[0].details.phone", equalTo("source"));
    }

    @Test void of_another_link_of_the_same_office_nothing_is_there() {
        var other = LawOffice.as("administrator").body(office.newLink().replace("10042", "10061")).post("/api/v1/links").then().statusCode(201).extract().<String>path("id");
        var token = LawOffice.as("administrator").body("{\"name\": \"Of the other\"}").post("/api/v1/links/{link}/tokens", other).then().statusCode(201).extract().<String>path("token");

        assertThat(compare(token).statusCode()).isEqualTo(404);
        given(token).body("{\"fields\": {\"phone\": \"source\"}}").post("/api/v1/relations/{id}/resolve", office.quiet).then().statusCode(404);
        given(token).post("/api/v1/relations/{id}/sync", office.quiet).then().statusCode(404);
        record(token, office.link, office.record).then().statusCode(404);
        LawOffice.as("administrator").post("/api/v1/links/{link}/tokens/{token}/revoke", other, office.token).then().statusCode(404);
        assertThat(compare(office.tokenText).statusCode()).isEqualTo(200);
    }

    @Test void a_screen_asks_by_the_record_that_it_has_before_it() {
        record(office.tokenText, office.link, office.record).then().statusCode(200).body("relation", equalTo(office.quiet));

        record(office.tokenText, office.link, "nobody").then().statusCode(404);
        record(office.tokenText, office.link, "").then().statusCode(404);
        given(office.tokenText).body("{\"side\": \"left\", \"record\": \"1\"}").post("/api/v1/links/{link}/compare", office.link).then().statusCode(400);
    }

    @Test void it_chooses_and_releases_nothing() {
        given(office.tokenText).body("{\"release\": true}").post("/api/v1/relations/{id}/resolve", office.quiet).then().statusCode(403);
    }

    @Test void its_name_is_one_that_the_history_can_tell_apart() {
        issued("Once", null);

        issue("administrator", Map.of("name", "Once")).then().statusCode(409).body("errors[0].code", equalTo("NAME_TAKEN"));
        issue("administrator", Map.of("name", "operator")).then().statusCode(422).body("errors[0].code", equalTo("NAME_OF_A_USER"));
        issue("administrator", Map.of("name", " ", "expiresAt", "2020-01-01T00:00:00Z")).then().statusCode(422).body("errors.pointer", hasItems("/name", "/expiresAt"));
        issue("administrator", Map.of("name", "Never", "expiresAt", "+1000000000-12-31T23:59:59Z")).then().statusCode(422);
        LawOffice.as("administrator").body("{\"name\": \"half \\ud800\"}").post("/api/v1/links/{link}/tokens", office.link).then().statusCode(422).body("errors[0].code", equalTo("NOT_WRITABLE"));
        issue("administrator", Map.of("name", "Never", "expiresAt", "tomorrow")).then().statusCode(400).body("errors[0].pointer", equalTo("/expiresAt"));
        issue("operator", Map.of("name", "Mine")).then().statusCode(403);
        LawOffice.as("operator").get("/api/v1/links/{link}/tokens", office.link).then().statusCode(403);
    }

    @Test void a_page_of_a_named_origin_asks_beforehand_without_a_login_and_hears_why_it_is_refused() {
        io.restassured.RestAssured.given().header("Origin", "https://crm.example").header("Access-Control-Request-Method", "POST").header("Access-Control-Request-Headers", "authorization")
            .options("/api/v1/relations/1/compare").then().statusCode(200).header("Access-Control-Allow-Origin", "https://crm.example");

        io.restassured.RestAssured.given().header("Origin", "https://crm.example").contentType(ContentType.JSON).post("/api/v1/relations/1/compare").then().statusCode(401)
            .header("Access-Control-Allow-Origin", "https://crm.example");
        given(office.tokenText).header("Origin", "https://crm.example").post("/api/v1/relations/{id}/compare", office.quiet).then().statusCode(200)
            .header("Access-Control-Allow-Origin", "https://crm.example");
        given(office.tokenText).header("Origin", "https://crm.example").get("/api/v1/links").then().statusCode(403).header("Access-Control-Allow-Origin", nullValue());
    }

    private JsonPath issued(String name, Instant expires) {
        var asked = expires == null ? Map.of("name", name) : Map.of("name", name, "expiresAt", expires.toString());
        return issue("administrator", asked).then().statusCode(201).extract().jsonPath();
    }

    private Response issue(String by, Map<String, String> asked) { return LawOffice.as(by).body(asked).post("/api/v1/links/{link}/tokens", office.link); }

    private Response compare(String token) { return given(token).post("/api/v1/relations/{id}/compare", office.quiet); }

    private static Response record(String token, String link, String record) {
        return given(token).body(Map.of("side", "target", "record", record)).post("/api/v1/links/{link}/compare", link);
    }

    private static RequestSpecification given(String token) {
        return io.restassured.RestAssured.given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }
}
