package nl.koppelwerk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnelStartKeyWebhookTest {

    private static final Duration A_DELIVERY = Duration.ofSeconds(5);

    private Wire wire;
    private Listener listener;

    @BeforeEach
    void listen() {
        wire = new Wire(SandboxOptions.inMemory(0));
        listener = new Listener();
        wire.control("POST", "/snelstart/webhooks", "{\"url\":\"" + listener.url() + "\",\"secret\":\"geheim\",\"header\":\"X-Handtekening\"}");
    }

    @AfterEach
    void stop() throws Exception {
        listener.close();
        wire.close();
    }

    @Test
    void a_key_is_told_when_it_is_made_made_anew_and_removed() {
        var first = act("Create", "tenant-0042");
        var second = act("Regenerate", "tenant-0042");
        act("Delete", "tenant-0042");

        settled("settled", 3);
        assertThat(listener.bodies()).containsExactlyInAnyOrder(
                "{\"KoppelSleutel\":\"" + first + "\",\"ActionType\":\"Create\",\"ReferenceKey\":\"tenant-0042\"}",
                "{\"KoppelSleutel\":\"" + second + "\",\"ActionType\":\"Regenerate\",\"ReferenceKey\":\"tenant-0042\"}",
                "{\"KoppelSleutel\":\"" + second + "\",\"ActionType\":\"Delete\",\"ReferenceKey\":\"tenant-0042\"}");
    }

    @Test
    void a_key_works_until_it_is_made_anew_or_removed() {
        var first = act("Create", "tenant-0042");
        assertThat(token(first)).isEqualTo(200);

        var second = act("Regenerate", "tenant-0042");
        assertThat(token(first)).isEqualTo(400);
        assertThat(token(second)).isEqualTo(200);
        act("Delete", "tenant-0042");
        assertThat(token(second)).isEqualTo(400);
        assertThat(wire.control("GET", "/snelstart/keys", null).json().has("demo")).isTrue();
        assertThat(wire.control("POST", "/snelstart/keys", "{\"action\":\"Delete\",\"referenceKey\":\"tenant-0042\"}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"Pascal, KoppelSleutel, ActionType, ReferenceKey", "camel, koppelSleutel, actionType, referenceKey"})
    void key_webhook_casing(String value, String key, String action, String reference) {
        wire.set("snelstart.key-webhook-casing", value);

        act("Create", "tenant-0042");

        settled("settled", 1);
        assertThat(listener.bodies().get(0)).contains("\"" + key + "\":", "\"" + action + "\":\"Create\"", "\"" + reference + "\":\"tenant-0042\"");
    }

    @ParameterizedTest
    @CsvSource({"none, false", "hmac-sha256, true"})
    void key_webhook_signature(String value, boolean signed) {
        wire.set("snelstart.key-webhook-signature", value);

        act("Create", "tenant-0042");

        settled("settled", 1);
        var delivery = listener.deliveries().get(0);
        assertThat(delivery.headers().containsKey("X-handtekening")).isEqualTo(signed);
        assertThat(!signed || delivery.header("X-handtekening").equals(Hmac.sha256("geheim", delivery.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)))).isTrue();
    }

    @Test
    void a_delivery_that_fails_is_not_sent_again() {
        try (var broken = new Listener(500)) {
            wire.control("POST", "/snelstart/webhooks", "{\"url\":\"" + broken.url() + "\"}");

            act("Create", "tenant-0042");

            settled("givenUp", 1);
            assertThat(broken.deliveries()).hasSize(1);
        }
        assertThat(wire.control("POST", "/snelstart/webhooks", "{\"url\":\"http://10.0.0.1/\"}").status()).isEqualTo(422);
        assertThat(wire.control("DELETE", "/snelstart/webhooks", null).status()).isEqualTo(204);
    }

    private String act(String action, String reference) {
        return wire.control("POST", "/snelstart/keys", "{\"action\":\"" + action + "\",\"referenceKey\":\"" + reference + "\"}").json().get("koppelSleutel").textValue();
    }

    private int token(String key) {
        return wire.snelstartToken("grant_type=clientkey&clientkey=" + Wire.encoded(key)).status();
    }

    private void settled(String what, int count) {
        await().atMost(A_DELIVERY).until(() -> wire.control("GET", "/snelstart/webhooks", null).json().path(what).asInt() == count
                && wire.control("GET", "/snelstart/webhooks", null).json().path("pending").asInt() == 0);
    }
}
