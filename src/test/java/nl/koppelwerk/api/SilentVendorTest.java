package nl.koppelwerk.api;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import nl.koppelwerk.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A link whose vendors nobody has ever reached: nothing listens there. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class SilentVendorTest {

    private static final String NOWHERE = "http://127.0.0.1:1";
    private String link;

    @BeforeEach void a_link_between_systems_that_do_not_answer() {
        admin().body("{\"id\": \"silent-office\", \"name\": \"Kantoor\"}").post("/api/v1/offices");
        link = admin().body("""
            {"type": "compenda-snelstart", "office": "silent-office", "name": "Boekhouding",
             "source": {"baseUrl": "%s/compenda", "officeNumber": "demo", "credentials": {"apiKey": "key"}},
             "target": {"baseUrl": "%s/snelstart", "authUrl": "%s/snelstart-auth", "officeNumber": "demo", "credentials": {"subscriptionKey": "key", "clientKey": "key"}},
             "settings": {"mode": "by-hand"}}""".formatted(NOWHERE, NOWHERE, NOWHERE)).post("/api/v1/links").then().statusCode(201).extract().path("id");
    }

    @Test void a_run_is_begun_and_shown_while_a_vendor_does_not_answer() {
        String run = admin().body("{\"kind\": \"checklist\"}").post("/api/v1/links/{link}/runs", link).then().statusCode(202).extract().path("id");

        admin().get("/api/v1/runs/{run}", run).then().statusCode(200);
        admin().get("/api/v1/links/{link}/runs", link).then().statusCode(200);
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", TestPostgres.ADMIN_PASSWORD).contentType(ContentType.JSON);
    }
}
