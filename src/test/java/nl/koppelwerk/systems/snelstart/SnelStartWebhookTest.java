package nl.koppelwerk.systems.snelstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.memory.MemoryLedger;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.support.Requirement;
import nl.koppelwerk.systems.WebhookStage;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The webhook's route as it is, but for its server; the ledger in memory. */
class SnelStartWebhookTest {

    private static final String OLD = "b2xkOmtleQ==";
    private static final String NEW = "bmV3OmtleQ==";

    private final MemoryLedger ledger = new MemoryLedger(Instant::now, new Random(1));
    private final WebhookStage stage = new WebhookStage();
    private CamelContext camel;
    private String link;
    private String secret;

    @BeforeEach void open() { open(Map.of()); }

    @AfterEach void stop() { camel.stop(); }

    @ParameterizedTest
    @CsvSource({"KoppelSleutel, ActionType, ReferenceKey, Create", "koppelSleutel, actionType, referenceKey, Regenerate", "KoppelSleutel, ActionType, ReferenceKey, Regenerate"})
    @Requirement("SN-03")
    void a_new_coupling_key_is_stored_beside_the_other_credentials_and_wakes_the_account(String key, String action, String reference, String done) {
        ledger.accounts().backOff(account().id(), Duration.ofHours(1), "refused");

        assertThat(call(secret, "", "{\"%s\": \"%s\", \"%s\": \"%s\", \"%s\": \"%s\"}".formatted(key, NEW, action, done, reference, link))).isEqualTo(202);

        assertThat(account().credentials()).containsEntry("clientKey", NEW).containsEntry("subscriptionKey", "sub");
        assertThat(account().backOffUntil()).isNull();
        assertThat(ledger.links().find(link).orElseThrow().lastWebhook()).containsKey(Side.TARGET);
        assertThat(stage.accepted).isEmpty();
    }

    @Test void a_coupling_that_names_no_reference_is_known_by_its_address() {
        assertThat(call(secret, "", body(NEW, "Create", ""))).isEqualTo(202);

        assertThat(account().credentials()).containsEntry("clientKey", NEW);
    }

    @Test void a_key_of_another_link_is_404_and_nothing_is_stored() {
        assertThat(call(secret, "", body(NEW, "Create", "tenant-0042"))).isEqualTo(404);

        assertThat(account().credentials()).containsEntry("clientKey", OLD);
    }

    @Test void a_removed_key_lets_the_account_rest_with_words() {
        assertThat(call(secret, "", body(OLD, "Delete", link))).isEqualTo(202);

        assertThat(account().backOffUntil()).isAfter(Instant.now().plus(Duration.ofDays(300)));
        assertThat(Wording.EN.told(account().backOffWhy())).contains("removed in SnelStart");
        assertThat(account().credentials()).containsEntry("clientKey", OLD);
    }

    @Test void the_removal_of_a_key_that_is_no_longer_ours_concerns_nobody() {
        assertThat(call(secret, "", body(NEW, "Delete", link))).isEqualTo(202);

        assertThat(account().backOffUntil()).isNull();
    }

    @ParameterizedTest @ValueSource(strings = {"", "not json", "[]", "null", "{}", "{\"KoppelSleutel\": \"\", \"ActionType\": \"Create\"}", "{\"KoppelSleutel\": \"a b\", \"ActionType\": \"Create\"}",
        "{\"KoppelSleutel\": \"bmV3OmtleQ==\", \"ActionType\": \"Renew\"}", "{\"KoppelSleutel\": {\"a\": 1}, \"ActionType\": \"Create\"}", "{\"KoppelSleutel\": null, \"ActionType\": \"Create\"}"})
    void a_body_of_another_shape_is_400_and_nothing_is_stored(String body) {
        assertThat(call(secret, "", body)).isEqualTo(400);

        assertThat(account().credentials()).containsEntry("clientKey", OLD);
    }

    @ParameterizedTest @ValueSource(strings = {"", "wrong"}) void a_wrong_secret_in_the_address_is_404(String wrong) {
        assertThat(call(wrong, "", body(NEW, "Create", link))).isEqualTo(404);

        assertThat(account().credentials()).containsEntry("clientKey", OLD);
    }

    @ParameterizedTest @CsvSource({"31b0319df30862f1e2fa11d5e5e43ae53f9d6e97bf5f7a4bf10fbb2a3b1b1d0f, 401", "'', 401", "right, 202", "RIGHT, 202", "sha256=right, 202", "base64, 202"})
    void with_a_webhook_secret_every_call_must_be_signed(String signature, int status) {
        stop();
        open(Map.of("webhookSecret", "geheim"));
        var body = body(NEW, "Create", link);
        var hex = nl.koppelwerk.sandbox.Hmac.sha256("geheim", body.getBytes(StandardCharsets.UTF_8));
        var base64 = java.util.Base64.getEncoder().encodeToString(java.util.HexFormat.of().parseHex(hex));

        assertThat(call(secret, signature.replace("right", hex).replace("RIGHT", hex.toUpperCase(java.util.Locale.ROOT)).replace("base64", base64), body)).isEqualTo(status);

        assertThat(account().credentials()).containsEntry("clientKey", status == 202 ? NEW : OLD);
    }

    @Test void no_key_is_told_by_what_stands_for_it() {
        assertThat(KeyMessage.read(body(NEW, "Create", link).getBytes(StandardCharsets.UTF_8)).orElseThrow().toString()).doesNotContain(NEW);
    }

    private static String body(String key, String action, String reference) {
        return "{\"KoppelSleutel\": \"%s\", \"ActionType\": \"%s\", \"ReferenceKey\": \"%s\"}".formatted(key, action, reference);
    }

    private Accounts.Account account() { return ledger.accounts().find(ledger.links().find(link).orElseThrow().accounts().get(Side.TARGET)); }

    private int call(String secretOfAddress, String signature, String body) {
        var answer = camel.createProducerTemplate().request(camel.getRoute("snelstart-webhook").getEndpoint(), exchange -> {
            exchange.getMessage().setHeader("link", link);
            exchange.getMessage().setHeader("secret", secretOfAddress);
            if (!signature.isEmpty()) exchange.getMessage().setHeader("X-SnelStart-Signature", signature);
            exchange.getMessage().setHeader("X-Marked", "left-over");
            exchange.getMessage().setBody(body.getBytes(StandardCharsets.UTF_8));
        });
        assertThat(answer.getMessage().getHeaders()).containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE);
        return Integer.parseInt(answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, String.class));
    }

    private void open(Map<String, String> others) {
        var credentials = new HashMap<>(Map.of("subscriptionKey", "sub", "clientKey", OLD));
        credentials.putAll(others);
        link = ledger.links().create(new Links.NewLink("demo" + others.size(), "compenda-snelstart", "Kantoor", JsonNodeFactory.instance.objectNode(), Map.of(
            Side.SOURCE, WebhookStage.account("compenda", Map.of()), Side.TARGET, WebhookStage.account("snelstart", credentials)))).id();
        secret = ledger.links().rotateWebhookSecret(link, Side.TARGET);
        camel = stage.opened("snelstart", new SnelStartWebhook(ledger.links(), ledger.accounts(), 65536, Duration.ZERO), Map.of("koppelwerk.snelstart.signature-header", "X-SnelStart-Signature"));
    }
}
