package nl.koppelwerk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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
        var address = address("bogholderi");

        given().contentType("application/x-www-form-urlencoded").body("old=10042&new=20042").post(address).then().statusCode(202);
        given().contentType("application/x-www-form-urlencoded").body("10042&20042").post(address).then().statusCode(202);
        given().contentType("application/json").body("old=10042&new=20042").post(address).then().statusCode(202);
        given().contentType("text/plain").body("10042&20042").post(address).then().statusCode(202);
        given().get(address + "?old=10042&new=20042").then().statusCode(202);
        given().get(address + "?tenant=t1").then().statusCode(400);
        given().get(address + "x?old=10042&new=20042").then().statusCode(404);
    }

    @Test
    void what_is_wrong_with_a_call_is_answered_and_the_secret_of_the_address_is_told_to_no_log() throws Exception {
        var address = address("hemmelighed");
        var told = new StringBuffer();
        var listening = listening(told);
        Logger.getLogger("").addHandler(listening);
        try {
            assertThat(form(address, "%zz=1&new=10001")).startsWith("HTTP/1.1 202");
            assertThat(form(address, "a=1&".repeat(3_000) + "new=10001")).startsWith("HTTP/1.1 202");
            assertThat(form(address, "a".repeat(3_000) + "=1&".repeat(3_000))).startsWith("HTTP/1.1 400");
            assertThat(form(address, "new=" + "1".repeat(70_000))).startsWith("HTTP/1.1 413");
            assertThat(raw("POST " + address, "multipart/form-data; boundary=x", "--x\r\nbroken")).startsWith("HTTP/1.1 400");
            assertThat(raw("GET " + address + "?%zz=1&new=10001")).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 500");
            assertThat(raw("POST " + address + "%zz")).startsWith("HTTP/1.1 4");
            assertThat(raw("POST " + address + "/%zz?new=%")).startsWith("HTTP/1.1 4");
            assertThat(raw("PUT " + address)).startsWith("HTTP/1.1 4");
        } finally {
            Logger.getLogger("").removeHandler(listening);
        }

        assertThat(told.toString()).doesNotContain(address.substring(address.lastIndexOf('/') + 1));
    }

    private static String form(String address, String body) throws IOException { return raw("POST " + address, "application/x-www-form-urlencoded", body); }

    /** As no client of good manners would write it. */
    private static String raw(String request) throws IOException { return raw(request, "text/plain", ""); }

    private static String raw(String request, String type, String body) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.getOutputStream().write((request + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body).getBytes());
            return new String(socket.getInputStream().readAllBytes());
        }
    }

    private static Handler listening(StringBuffer told) {
        return new Handler() {
            @Override public void publish(LogRecord line) {
                told.append(line.getMessage()).append(Arrays.toString(line.getParameters()));
                for (var thrown = line.getThrown(); thrown != null; thrown = thrown.getCause()) told.append(thrown);
            }

            @Override public void flush() { }

            @Override public void close() { }
        };
    }

    private String address(String office) {
        var account = new Links.NewAccount("economic", "1234567", "http://127.0.0.1:1", "http://127.0.0.1:1", Map.of(), new Accounts.Limits(0, 0, 5));
        var other = new Links.NewAccount("tribe", "", "http://127.0.0.1:1", "http://127.0.0.1:1", Map.of(), new Accounts.Limits(0, 0, 5));
        offices.open(office, "Bogholderi");
        var link = links.create(new Links.NewLink(office, "advocaatcentraal-tribe", "Prøve", JsonNodeFactory.instance.objectNode(),
            Map.of(Side.SOURCE, account, Side.TARGET, other))).id();
        return "/webhooks/economic/" + link + "/" + links.rotateWebhookSecret(link, Side.SOURCE);
    }
}
