package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClickmateWebhookTest {

    private static final Duration A_DELIVERY = Duration.ofSeconds(5);
    private static final String SECRET = "whsec_dGhpcy1pcy1hLTMyLWJ5dGUtdGVzdC1zZWNyZXQtMDA=";

    private Wire wire;
    private Listener listener;

    @BeforeEach
    void listen() {
        wire = new Wire(SandboxOptions.inMemory(3));
        listener = new Listener();
    }

    @AfterEach
    void stop() throws Exception {
        listener.close();
        wire.close();
    }

    @ParameterizedTest
    @CsvSource({"none, 0, false", "standard, 1, true", "unsigned, 1, false"})
    void webhooks(String value, int count, boolean signed) {
        pasted();
        wire.set("clickmate.webhooks", value);

        wire.control("PATCH", "/clickmate/records/CLK-5001", "{\"phone\":\"20123456\"}");

        settled(count);
        assertThat(listener.deliveries()).hasSize(count).allMatch(one -> one.headers().containsKey("Webhook-signature") == signed).allMatch(one -> !signed || one.isSigned(SECRET));
    }

    @Test
    void each_event_says_whose_it_is() {
        pasted();

        var made = wire.control("POST", "/clickmate/records", "{\"name\":\"Ny ApS\"}").json().get("id").textValue();
        wire.control("PATCH", "/clickmate/records/" + made, "{\"phone\":\"20123456\"}");
        wire.control("PATCH", "/clickmate/records/" + made, "{\"lifecycle\":\"ACTIVE\"}");
        var contact = wire.control("POST", "/clickmate/records/" + made + "/contacts", "{\"name\":\"Åse Lund\"}").json().at("/contacts/0/id").textValue();

        settled(4);
        assertThat(listener.bodies()).allMatch(body -> body.matches("\\{\"type\":\"[a-z.]+\",\"timestamp\":\"[^\"]+Z\",\"data\":\\{.*}}"))
                .anyMatch(body -> body.contains("customer.created") && body.contains("\"data\":{\"id\":\"" + made + "\"}"))
                .anyMatch(body -> body.contains("customer.updated") && body.contains("\"data\":{\"id\":\"" + made + "\"}"))
                .anyMatch(body -> body.contains("customer.activated") && body.contains("\"data\":{\"id\":\"" + made + "\"}"))
                .anyMatch(body -> body.contains("contact.updated") && body.contains("\"data\":{\"id\":\"" + contact + "\",\"customerId\":\"" + made + "\"}"));
    }

    @ParameterizedTest
    @CsvSource({"yes, 2", "no, 0"})
    void echo(String value, int count) {
        pasted();
        wire.set("clickmate.echo", value);

        var made = wire.clickmatePost("/customers", "{\"name\":\"Ekko ApS\"}", "echo").json().get("id").textValue();
        wire.clickmatePatch("/customers/" + made, "{\"phone\":\"20123456\"}", "\"1\"");

        settled(count);
        assertThat(listener.deliveries()).hasSize(count);
    }

    @Test
    void a_contact_without_a_customer_tells_of_none() {
        pasted();
        wire.set("clickmate.loose-contacts", "some");

        wire.control("POST", "/clickmate/contacts", "{\"name\":\"Ida Lund\"}");

        settled(1);
        assertThat(listener.bodies()).allMatch(body -> body.contains("contact.updated") && !body.contains("customerId"));
    }

    @Test
    void a_program_registers_the_address_itself_and_a_second_one_takes_its_place() {
        assertThat(wire.clickmateGet("/webhook").status()).isEqualTo(404);
        wire.clickmate("PUT", "/webhook", "{\"url\":\"http://127.0.0.1:1/gammel\"}");

        var reply = wire.clickmate("PUT", "/webhook", "{\"url\":\"" + listener.url() + "\",\"secret\":\"" + SECRET + "\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(wire.clickmateGet("/webhook").json()).isEqualTo(reply.json()).hasToString("{\"url\":\"" + listener.url() + "\"}");
        wire.control("PATCH", "/clickmate/records/CLK-5001", "{\"phone\":\"20123456\"}");
        settled(1);
        assertThat(listener.deliveries()).hasSize(1).allMatch(one -> one.isSigned(SECRET));
        wire.control("DELETE", "/clickmate/webhooks", null);
        assertThat(wire.clickmateGet("/webhook").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"http://10.0.0.1/x, whsec_dGhpcy1pcy1hLTMyLWJ5dGUtdGVzdC1zZWNyZXQtMDA=", "https://hub.example/x, short"})
    void an_open_address_or_a_secret_of_another_form_is_refused(String url, String secret) {
        assertThat(wire.clickmate("PUT", "/webhook", "{\"url\":\"" + url + "\",\"secret\":\"" + secret + "\"}").status()).isEqualTo(422);
    }

    @Test
    void a_delivery_comes_twice_or_is_lost_where_the_switches_say_so() {
        pasted();
        wire.set("clickmate.webhook.duplicate", "true");
        wire.control("PATCH", "/clickmate/records/CLK-5001", "{\"phone\":\"20123456\"}");
        settled(2);

        wire.set("clickmate.webhook.drop-rate", "1");
        wire.control("PATCH", "/clickmate/records/CLK-5001", "{\"phone\":\"20123457\"}");

        assertThat(state("dropped")).isEqualTo(1);
        assertThat(listener.deliveries()).hasSize(2);
    }

    private void pasted() {
        wire.control("POST", "/clickmate/webhooks", "{\"url\":\"" + listener.url() + "\",\"secret\":\"" + SECRET + "\"}");
    }

    private void settled(int count) {
        await().atMost(A_DELIVERY).until(() -> state("settled") == count && state("pending") == 0);
    }

    private int state(String name) {
        return wire.control("GET", "/clickmate/webhooks", null).json().path(name).asInt();
    }
}
