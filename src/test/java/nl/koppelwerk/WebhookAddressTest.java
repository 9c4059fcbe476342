package nl.koppelwerk;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.link.Side;
import org.junit.jupiter.api.Test;

/** The address of a webhook on the server itself; what it decides is tested beside the adapter. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class WebhookAddressTest {

    @Inject Offices offices;
    @Inject Links links;

    @Test
    void an_oversized_webhook_is_413_and_one_of_an_unknown_link_404() {
        given().body(" ".repeat(70_000).getBytes()).post("/webhooks/tribe/no-link/no-secret").then().statusCode(413);
        given().body("{}".getBytes()).post("/webhooks/tribe/no-link/no-secret").then().statusCode(404);
    }

    @Test
    void a_webhook_of_economic_is_understood_by_post_and_by_get_whatever_it_is_labelled() {
        var account = new Links.NewAccount("economic", "1234567", "http://127.0.0.1:1", "http://127.0.0.1:1", Map.of(), new Accounts.Limits(0, 0, 5));
        var other = new Links.NewAccount("tribe", "", "http://127.0.0.1:1", "http://127.0.0.1:1", Map.of(), new Accounts.Limits(0, 0, 5));
        offices.open("bogholderi", "Bogholderi");
        var link = links.create(new Links.NewLink("bogholderi", "advocaatcentraal-tribe", "Prøve", JsonNodeFactory.instance.objectNode(),
            Map.of(Side.SOURCE, account, Side.TARGET, other))).id();
        var address = "/webhooks/economic/" + link + "/" + links.rotateWebhookSecret(link, Side.SOURCE);

        given().contentType("application/x-www-form-urlencoded").body("old=10042&new=20042").post(address).then().statusCode(202);
        given().contentType("application/x-www-form-urlencoded").body("10042&20042").post(address).then().statusCode(202);
        given().contentType("application/json").body("old=10042&new=20042").post(address).then().statusCode(202);
        given().contentType("text/plain").body("10042&20042").post(address).then().statusCode(202);
        given().get(address + "?old=10042&new=20042").then().statusCode(202);
        given().get(address + "?tenant=t1").then().statusCode(400);
        given().get(address + "x?old=10042&new=20042").then().statusCode(404);
    }
}
