package nl.koppelwerk;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The address of a webhook on the server itself; what it decides is tested beside the adapter. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class WebhookAddressTest {

    @Test
    void an_oversized_webhook_is_413_and_one_of_an_unknown_link_404() {
        given().body(" ".repeat(70_000).getBytes()).post("/webhooks/tribe/no-link/no-secret").then().statusCode(413);
        given().body("{}".getBytes()).post("/webhooks/tribe/no-link/no-secret").then().statusCode(404);
    }
}
