package nl.koppelwerk.systems.economic;

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
import org.junit.jupiter.params.provider.ValueSource;

/** The webhook's route as it is, but for its server; the ledger in memory. */
class EconomicWebhookTest {

    private final MemoryLedger ledger = new MemoryLedger(Instant::now, new Random(1));
    private final WebhookStage stage = new WebhookStage();
    private final List<Hint> accepted = stage.accepted;
    private CamelContext camel;
    private String link;
    private String secret;

    @AfterEach void stop() { if (camel != null) camel.stop(); }

    @Test void a_change_is_durable_and_then_acknowledged() {
        open("");

        assertThat(call(secret, Map.of(), bytes("old=10042&new=10042"))).isEqualTo(202);

        assertThat(accepted).containsExactly(hint("10042"));
        assertThat(ledger.links().find(link).orElseThrow().lastWebhook()).containsKey(Side.SOURCE);
    }

    @Test void a_renumbering_is_told_of_both_numbers() {
        open("");

        call(secret, Map.of(), bytes("old=10042&new=20042"));

        assertThat(accepted).containsExactly(hint("20042").was("10042"), hint("10042"));
    }

    @Test void a_deletion_is_a_hint_of_the_number_that_was() {
        open("");

        call(secret, Map.of(), bytes("old=10042&new="));

        assertThat(accepted).containsExactly(hint("10042"));
    }

    @Test void a_call_by_get_has_its_numbers_in_the_address() {
        open("");

        assertThat(call(secret, Map.of(Exchange.HTTP_QUERY, "old=&new=10042"), null)).isEqualTo(202);

        assertThat(accepted).containsExactly(hint("10042"));
    }

    @ParameterizedTest @ValueSource(strings = {"", "old=&new=", "old=0&new=0", "old=[OLDNUMBER]&new=[NEWNUMBER]", "not a form", "{}", "old=../1&new=1e5x", "\u0000"})
    void a_call_that_names_nobody_is_400(String body) {
        open("");

        assertThat(call(secret, Map.of(), bytes(body))).isEqualTo(400);

        assertThat(accepted).isEmpty();
    }

    @ParameterizedTest @ValueSource(strings = {"", "wrong", " "}) void a_wrong_secret_in_the_address_is_404(String wrong) {
        open("");

        assertThat(call(wrong, Map.of(), bytes("old=10042&new=10042"))).isEqualTo(404);

        assertThat(accepted).isEmpty();
    }

    @Test void an_unknown_link_is_404() {
        open("");
        link = "unknown";

        assertThat(call(secret, Map.of(), bytes("old=10042&new=10042"))).isEqualTo(404);
    }

    @Test void with_a_webhook_secret_every_call_must_show_it() {
        open("s3cret");

        assertThat(call(secret, Map.of(), bytes("old=10042&new=10042"))).isEqualTo(401);
        assertThat(call(secret, Map.of("X-Sync-Secret", "s3cre"), bytes("old=10042&new=10042"))).isEqualTo(401);
        assertThat(call(secret, Map.of("X-Sync-Secret", "s3cret"), bytes("old=10042&new=10042"))).isEqualTo(202);

        assertThat(accepted).containsExactly(hint("10042"));
    }

    @Test void a_body_that_is_too_large_is_413_before_anything_else_is_looked_at() {
        open("");

        assertThat(call("wrong", Map.of(), bytes(" ".repeat(70_000)))).isEqualTo(413);
    }

    @Test void while_the_store_is_down_the_vendor_is_told_to_come_again() {
        open("");
        stage.storeIsDown = true;

        assertThat(call(secret, Map.of(), bytes("old=10042&new=10042"))).isEqualTo(503);

        assertThat(accepted).isEmpty();
    }

    private Hint hint(String number) { return Hint.told(link, Side.SOURCE, number); }

    private static byte[] bytes(String body) { return body.getBytes(StandardCharsets.UTF_8); }

    private int call(String secretOfAddress, Map<String, Object> headers, Object body) {
        var answer = camel.createProducerTemplate().request(camel.getRoute("economic-webhook").getEndpoint(), exchange -> {
            exchange.getMessage().setHeader("link", link);
            exchange.getMessage().setHeader("secret", secretOfAddress);
            headers.forEach(exchange.getMessage()::setHeader);
            exchange.getMessage().setHeader("X-Marked", "left-over");
            exchange.getMessage().setBody(body);
        });
        assertThat(answer.getMessage().getHeaders()).containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE);
        return Integer.parseInt(answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, String.class));
    }

    private void open(String webhookSecret) {
        link = ledger.links().create(new Links.NewLink("demo", "economic-clickmate", "Bogholderi", JsonNodeFactory.instance.objectNode(), Map.of(
            Side.SOURCE, WebhookStage.account("economic", Map.of("webhookSecret", webhookSecret)), Side.TARGET, WebhookStage.account("clickmate", Map.of())))).id();
        secret = ledger.links().rotateWebhookSecret(link, Side.SOURCE);
        camel = stage.opened("economic", new EconomicWebhook(ledger.links(), ledger.accounts(), 65536, java.time.Duration.ZERO), Map.of());
    }
}
