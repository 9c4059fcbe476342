package nl.koppelwerk.systems.tribe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.memory.MemoryLedger;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.systems.WebhookStage;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The webhook's route as it is, but for its server; the ledger in memory. */
class TribeWebhookTest {

    private static final String BODY = "{\"webhookId\":\"11111111-2222-4333-8444-555555555555\",\"payload\":{\"entityId\":\"aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee\"}}";
    private static final String SIGNED = "r6xV0mHOTftQGqlnKOjtJXS8y0IeT8wBv+ByMmKHyHXtuWd+PqmUUk9zPBOkFaKI8gL2LnjrAK4LKLBKl8Zr5A==";

    private final MemoryLedger ledger = new MemoryLedger(Instant::now, new Random(1));
    private final WebhookStage stage = new WebhookStage();
    private final List<Hint> accepted = stage.accepted;
    private CamelContext camel;
    private String link;
    private String secret;

    @AfterEach void stop() { if (camel != null) camel.stop(); }

    @ParameterizedTest
    @CsvSource({"hmac-sha512,r6xV0mHOTftQGqlnKOjtJXS8y0IeT8wBv+ByMmKHyHXtuWd+PqmUUk9zPBOkFaKI8gL2LnjrAK4LKLBKl8Zr5A==",
        "sha512-secret-body,5cCDFMiCL3M55N76+huRA8hXATlcPSkHEeBOcn9XiQ574LXCNGXaHaqUtAnVefaG0VNuRpgXtcYJ144aHdrZqA==",
        "sha512-body-secret,ynE4XMyDYVl9GN4qLxwTGhTmAa5eAacjpnhFZ9h+wYuS7VMo0JNfdfPjVLYBnhBDHedMBhCoAw+WbK6ecvN4wQ=="})
    void each_digest_gives_its_vector(String digest, String expected) {
        assertThat(TribeSignature.named(digest).isRight(expected, "tribe-test-secret", BODY.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(TribeSignature.named(digest).isRight(expected, "tribe-test-secret", (BODY + " ").getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(TribeSignature.named(digest).isRight(expected, "another", BODY.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test void a_signed_call_is_durable_and_then_acknowledged() {
        open("tribe-test-secret");

        assertThat(call(secret, SIGNED, BODY)).isEqualTo(202);

        assertThat(accepted).containsExactly(Hint.told(link, Side.TARGET, "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"));
        assertThat(ledger.links().find(link).orElseThrow().lastWebhook()).containsKey(Side.TARGET);
    }

    @Test void a_replay_is_one_more_hint() {
        open("tribe-test-secret");

        assertThat(List.of(call(secret, SIGNED, BODY), call(secret, SIGNED, BODY))).containsOnly(202);

        assertThat(accepted).hasSize(2);
    }

    @ParameterizedTest @ValueSource(strings = {"", "wrong", "5cCDFMiCL3M55N76+huRA8hXATlcPSkHEeBOcn9XiQ574LXCNGXaHaqUtAnVefaG0VNuRpgXtcYJ144aHdrZqA=="})
    void a_missing_or_wrong_signature_is_401_and_nothing_is_stored(String signature) {
        open("tribe-test-secret");

        assertThat(call(secret, signature, BODY)).isEqualTo(401);

        assertThat(accepted).isEmpty();
    }

    @Test void without_a_webhook_secret_the_address_alone_counts() {
        open("");

        assertThat(call(secret, "", BODY)).isEqualTo(202);
    }

    @ParameterizedTest @ValueSource(strings = {"", "wrong", " "}) void a_wrong_secret_in_the_address_is_404(String wrong) {
        open("tribe-test-secret");

        assertThat(call(wrong, SIGNED, BODY)).isEqualTo(404);

        assertThat(accepted).isEmpty();
    }

    @Test void an_unknown_link_is_404() {
        open("");
        link = "unknown";

        assertThat(call(secret, "", BODY)).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "null", "\"text\"", "{}", "{\"payload\": 7}", "{\"payload\": {}}", "{\"payload\": {\"entityId\": \"../Webhook\"}}",
        "{\"payload\": {\"entityId\": null}}", "{\"payload\": {\"entityId\": \"aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee\"", "\u0000"})
    void a_body_of_another_shape_is_400(String body) {
        open("");

        assertThat(call(secret, "", body)).isEqualTo(400);

        assertThat(accepted).isEmpty();
    }

    @Test void a_body_that_nests_without_end_is_400() {
        open("");

        assertThat(call(secret, "", "{\"payload\":".repeat(500) + "}".repeat(500))).isEqualTo(400);
        assertThat(call(secret, "", "[".repeat(1000))).isEqualTo(400);
    }

    @Test void a_body_that_is_too_large_is_413_before_anything_else_is_looked_at() {
        open("");

        assertThat(call("wrong", "", " ".repeat(70_000))).isEqualTo(413);
    }

    @Test void a_relationship_is_a_hint_too() {
        open("");

        call(secret, "", "{\"webhookId\":\"1\",\"payload\":{\"relationshipId\":\"aaaaaaaa-bbbb-4ccc-8ddd-000000000001\"}}");

        assertThat(accepted).extracting(Hint::record).containsExactly("aaaaaaaa-bbbb-4ccc-8ddd-000000000001");
    }

    @Test void an_address_that_no_link_can_have_is_404_and_not_looked_for() {
        open("");
        link = "\0";

        assertThat(call(secret, "", BODY)).isEqualTo(404);
    }

    @Test void while_the_store_is_down_the_vendor_is_told_to_come_again() {
        open("");
        stage.storeIsDown = true;

        assertThat(call(secret, "", BODY)).isEqualTo(503);

        assertThat(accepted).isEmpty();
    }

    private int call(String secretOfAddress, String signature, String body) {
        var answer = camel.createProducerTemplate().request(camel.getRoute("tribe-webhook").getEndpoint(), exchange -> {
            exchange.getMessage().setHeader("link", link);
            exchange.getMessage().setHeader("secret", secretOfAddress);
            if (!signature.isEmpty()) exchange.getMessage().setHeader("X-Tribe-Webhook-Signature", signature);
            exchange.getMessage().setHeader("X-Marked", "left-over");
            exchange.getMessage().setBody(body.getBytes(StandardCharsets.UTF_8));
        });
        assertThat(answer.getMessage().getHeaders()).containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE);
        return Integer.parseInt(answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, String.class));
    }

    private void open(String webhookSecret) {
        link = ledger.links().create(new Links.NewLink("demo", "advocaatcentraal-tribe", "Kantoor", JsonNodeFactory.instance.objectNode(), Map.of(
            Side.SOURCE, WebhookStage.account("advocaatcentraal", Map.of()), Side.TARGET, WebhookStage.account("tribe", Map.of("webhookSecret", webhookSecret))))).id();
        secret = ledger.links().rotateWebhookSecret(link, Side.TARGET);
        camel = stage.opened("tribe", new TribeWebhook(ledger.links(), ledger.accounts(), "hmac-sha512", 65536, java.time.Duration.ZERO), Map.of("koppelwerk.tribe.signature-header", "X-Tribe-Webhook-Signature"));
    }
}
