package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompendaWebhookTest {

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
        wire.set("compenda.webhooks", value);

        wire.control("PATCH", "/compenda/records/CMP-20001", "{\"phone\":\"010 123 4567\"}");

        settled(count);
        assertThat(listener.deliveries()).hasSize(count).allMatch(one -> one.headers().containsKey("Webhook-signature") == signed).allMatch(one -> !signed || one.isSigned(SECRET));
    }

    @Test
    void each_event_says_whose_it_is() {
        pasted();

        var made = wire.control("POST", "/compenda/records", "{\"name\":\"Nieuw B.V.\"}").json().get("id").textValue();
        wire.control("PATCH", "/compenda/records/" + made, "{\"phone\":\"010 123 4567\"}");
        var contact = wire.control("POST", "/compenda/records/" + made + "/contacts", "{\"lastName\":\"Çelik\"}").json().at("/contacts/0/id").textValue();

        settled(3);
        assertThat(listener.bodies()).allMatch(body -> body.matches("\\{\"type\":\"[a-z.]+\",\"timestamp\":\"[^\"]+Z\",\"data\":\\{.*}}"))
                .anyMatch(body -> body.contains("relation.created") && body.contains("\"data\":{\"id\":\"" + made + "\"}"))
                .anyMatch(body -> body.contains("relation.updated") && body.contains("\"data\":{\"id\":\"" + made + "\"}"))
                .anyMatch(body -> body.contains("contact.updated") && body.contains("\"data\":{\"id\":\"" + contact + "\",\"relationId\":\"" + made + "\"}"));
    }

    @ParameterizedTest
    @CsvSource({"yes, 2", "no, 0"})
    void echo(String value, int count) {
        pasted();
        wire.set("compenda.echo", value);

        var made = wire.compendaPost("/relations", "{\"kind\":\"PERSON\",\"name\":\"Echo\"}", "echo").json().get("id").textValue();
        wire.compendaPatch("/relations/" + made, "{\"phone\":\"010 123 4567\"}", "\"1\"");

        settled(count);
        assertThat(listener.deliveries()).hasSize(count);
    }

    @Test
    void a_program_registers_the_address_itself_and_a_second_one_takes_its_place() {
        assertThat(wire.compendaGet("/webhook").status()).isEqualTo(404);
        wire.compenda("PUT", "/webhook", "{\"url\":\"http://127.0.0.1:1/oud\"}");

        var reply = wire.compenda("PUT", "/webhook", "{\"url\":\"" + listener.url() + "\",\"secret\":\"" + SECRET + "\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(wire.compendaGet("/webhook").json()).isEqualTo(reply.json()).hasToString("{\"url\":\"" + listener.url() + "\"}");
        wire.control("PATCH", "/compenda/records/CMP-20001", "{\"phone\":\"010 123 4567\"}");
        settled(1);
        assertThat(listener.deliveries()).hasSize(1).allMatch(one -> one.isSigned(SECRET));
        wire.control("DELETE", "/compenda/webhooks", null);
        assertThat(wire.compendaGet("/webhook").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"http://10.0.0.1/x, whsec_dGhpcy1pcy1hLTMyLWJ5dGUtdGVzdC1zZWNyZXQtMDA=", "https://hub.example/x, short"})
    void an_open_address_or_a_secret_of_another_form_is_refused(String url, String secret) {
        assertThat(wire.compenda("PUT", "/webhook", "{\"url\":\"" + url + "\",\"secret\":\"" + secret + "\"}").status()).isEqualTo(422);
    }

    @Test
    void a_delivery_comes_twice_or_is_lost_where_the_switches_say_so() {
        pasted();
        wire.set("compenda.webhook.duplicate", "true");
        wire.control("PATCH", "/compenda/records/CMP-20001", "{\"phone\":\"010 123 4567\"}");
        settled(2);

        wire.set("compenda.webhook.drop-rate", "1");
        wire.control("PATCH", "/compenda/records/CMP-20001", "{\"phone\":\"010 123 4568\"}");

        assertThat(state("dropped")).isEqualTo(1);
        assertThat(listener.deliveries()).hasSize(2);
    }

    private void pasted() {
        wire.control("POST", "/compenda/webhooks", "{\"url\":\"" + listener.url() + "\",\"secret\":\"" + SECRET + "\"}");
    }

    private void settled(int count) {
        await().atMost(A_DELIVERY).until(() -> state("settled") == count && state("pending") == 0);
    }

    private int state(String name) {
        return wire.control("GET", "/compenda/webhooks", null).json().path(name).asInt();
    }
}
