package nl.koppelwerk.systems;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.memory.MemoryLedger;
import nl.koppelwerk.link.Side;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the route of a system keeps to that sends Standard Webhooks about records and their contacts, by the contract's vector; the ledger in memory. */
public abstract class RecordWebhookLaws {

    private static final String SECRET = "whsec_dGhpcy1pcy1hLTMyLWJ5dGUtdGVzdC1zZWNyZXQtMDA=";
    private static final String OTHER_SECRET = "whsec_dGhpcy1pcy1hLTMyLWJ5dGUtdGVzdC1zZWNyZXQtMDE=";
    private static final String ID = "msg_01TESTVECTOR";
    private static final long SENT = 1735689600;
    private static final String RECORD = "REC-5012";

    private final String system;
    private final String about;
    private final String owner;
    private final Side side;
    private final String body;
    private final MemoryLedger ledger = new MemoryLedger(Instant::now, new Random(1));
    private final WebhookStage stage = new WebhookStage();
    private final List<Hint> accepted = stage.accepted;
    private Instant now = Instant.ofEpochSecond(SENT);
    private CamelContext camel;
    private String link;
    private String secret;

    /**
     * @param about what the events of a record begin with
     * @param owner the member in which a contact's event names its record
     * @param side  where the system stands in its link
     */
    protected RecordWebhookLaws(String system, String about, String owner, Side side) {
        this.system = system;
        this.about = about;
        this.owner = owner;
        this.side = side;
        this.body = of("updated");
    }

    protected abstract Object door(Links links, Accounts accounts, Clock clock);

    @AfterEach void stop() { if (camel != null) camel.stop(); }

    @Test void a_signed_call_is_durable_and_then_acknowledged() {
        open(SECRET);

        assertThat(call(secret, SENT, signed(SECRET, body), body)).isEqualTo(202);

        assertThat(accepted).containsExactly(Hint.told(link, side, RECORD));
        assertThat(ledger.links().find(link).orElseThrow().lastWebhook()).containsKey(side);
    }

    @Test void a_replay_is_one_more_hint() {
        open(SECRET);

        assertThat(List.of(call(secret, SENT, signed(SECRET, body), body), call(secret, SENT, signed(SECRET, body), body))).containsOnly(202);

        assertThat(accepted).hasSize(2);
    }

    @Test void one_right_signature_of_a_list_is_enough() {
        open(SECRET);

        assertThat(call(secret, SENT, signed(OTHER_SECRET, body) + " " + signed(SECRET, body), body)).isEqualTo(202);
    }

    @ParameterizedTest @ValueSource(strings = {"", "wrong", "v1,", "v1,CLpPDMRiimxM2TZulysFFLuQw13Yp0QXwy2yyW7aHIQ="})
    void a_missing_or_wrong_signature_is_401_and_nothing_is_stored(String signature) {
        open(SECRET);

        assertThat(call(secret, SENT, signature, body)).isEqualTo(401);

        assertThat(accepted).isEmpty();
    }

    @Test void a_signature_of_another_secret_or_of_the_other_kind_alone_is_401() {
        open(SECRET);

        assertThat(call(secret, SENT, signed(OTHER_SECRET, body), body)).isEqualTo(401);
        assertThat(call(secret, SENT, signed(SECRET, body).replace("v1,", "v1a,"), body)).isEqualTo(401);
    }

    @Test void a_changed_byte_and_the_same_json_written_anew_are_401() {
        open(SECRET);

        assertThat(call(secret, SENT, signed(SECRET, body), body.replace("5012", "5013"))).isEqualTo(401);
        assertThat(call(secret, SENT, signed(SECRET, body), body.replace(",\"data\"", ", \"data\""))).isEqualTo(401);
        assertThat(call(secret, SENT + 1, signed(SECRET, body), body)).isEqualTo(401);
    }

    @ParameterizedTest @CsvSource({"299, 202", "301, 401", "-299, 202", "-301, 401"})
    void five_minutes_are_allowed_either_way(long later, int status) {
        now = Instant.ofEpochSecond(SENT + later);
        open(SECRET);

        assertThat(call(secret, SENT, signed(SECRET, body), body)).isEqualTo(status);
    }

    @Test void bytes_that_are_no_text_are_401() {
        open(SECRET);
        var raw = body.replace("REC", "\u00ff").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(call(secret, SENT, signed(SECRET, new String(raw, StandardCharsets.UTF_8)), raw)).isEqualTo(401);
    }

    @Test void a_secret_that_is_none_lets_nothing_through() {
        open("whsec_%%%");

        assertThat(call(secret, SENT, signed(SECRET, body), body)).isEqualTo(401);
    }

    @Test void without_a_webhook_secret_the_address_alone_counts() {
        open("");

        assertThat(call(secret, SENT, "", body)).isEqualTo(202);
    }

    @ParameterizedTest @ValueSource(strings = {"", "wrong", " "}) void a_wrong_secret_in_the_address_is_404(String wrong) {
        open(SECRET);

        assertThat(call(wrong, SENT, signed(SECRET, body), body)).isEqualTo(404);

        assertThat(accepted).isEmpty();
    }

    @Test void an_unknown_link_is_404() {
        open("");
        link = "unknown";

        assertThat(call(secret, SENT, "", body)).isEqualTo(404);
    }

    @ParameterizedTest @ValueSource(strings = {"created", "updated", "activated"}) void whatever_happened_to_a_record_is_a_hint_for_it(String happened) {
        open("");

        assertThat(call(secret, SENT, "", of(happened))).isEqualTo(202);

        assertThat(accepted).extracting(Hint::record).containsExactly(RECORD);
    }

    @Test void a_contact_is_a_hint_for_its_record() {
        open("");

        assertThat(call(secret, SENT, "", event("contact.updated", "'id': 'P-88', '" + owner + "': '" + RECORD + "'"))).isEqualTo(202);

        assertThat(accepted).extracting(Hint::record).containsExactly(RECORD);
    }

    @Test void a_contact_without_a_record_is_taken_and_nothing_follows() {
        open("");

        assertThat(call(secret, SENT, "", event("contact.updated", "'id': 'P-88'"))).isEqualTo(202);

        assertThat(accepted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "null", "{}", "{'type': 'RECORD.updated'}", "{'data': {'id': 'REC-1'}}",
        "{'type': 'invoice.created', 'data': {'id': 'REC-1'}}", "{'type': 'RECORDS.updated', 'data': {'id': 'REC-1'}}",
        "{'type': 'RECORD.updated', 'data': {'id': '../settings'}}", "{'type': 'RECORD.updated', 'data': {'id': 'REC-1#debtor'}}",
        "{'type': 'RECORD.updated', 'data': {'id': '..'}}", "{'type': 'contact.updated', 'data': {'id': 'P-1', 'OWNER': null}}"})
    void a_body_of_another_shape_is_400(String shape) {
        open("");

        assertThat(call(secret, SENT, "", shape.replace('\'', '"').replace("RECORD", about).replace("OWNER", owner))).isEqualTo(400);

        assertThat(accepted).isEmpty();
    }

    @Test void a_body_that_is_too_large_is_413_before_anything_else_is_looked_at() {
        open("");

        assertThat(call("wrong", SENT, "", " ".repeat(70_000))).isEqualTo(413);
    }

    @Test void while_the_store_is_down_the_vendor_is_told_to_come_again() {
        open("");
        stage.storeIsDown = true;

        assertThat(call(secret, SENT, "", body)).isEqualTo(503);

        assertThat(accepted).isEmpty();
    }

    private String of(String happened) { return event(about + "." + happened, "'id': '" + RECORD + "'"); }

    private static String event(String type, String data) {
        return ("{'type':'" + type + "','timestamp':'2025-01-01T00:00:00Z','data':{" + data + "}}").replace('\'', '"');
    }

    private static String signed(String with, String body) {
        try {
            return new Webhook(with).sign(ID, SENT, body);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int call(String secretOfAddress, long seconds, String signature, String body) {
        return call(secretOfAddress, seconds, signature, body.getBytes(StandardCharsets.UTF_8));
    }

    private int call(String secretOfAddress, long seconds, String signature, byte[] body) {
        var answer = camel.createProducerTemplate().request(camel.getRoute(system + "-webhook").getEndpoint(), exchange -> {
            exchange.getMessage().setHeader("link", link);
            exchange.getMessage().setHeader("secret", secretOfAddress);
            if (!signature.isEmpty()) {
                exchange.getMessage().setHeader("webhook-id", ID);
                exchange.getMessage().setHeader("webhook-timestamp", String.valueOf(seconds));
                exchange.getMessage().setHeader("webhook-signature", signature);
            }
            exchange.getMessage().setHeader("X-Marked", "left-over");
            exchange.getMessage().setBody(body);
        });
        assertThat(answer.getMessage().getHeaders()).containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE);
        return Integer.parseInt(answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, String.class));
    }

    private void open(String webhookSecret) {
        link = ledger.links().create(new Links.NewLink("demo", "any", "Kontor", JsonNodeFactory.instance.objectNode(), Map.of(
            side.other(), WebhookStage.account("another", Map.of()), side, WebhookStage.account(system, Map.of("webhookSecret", webhookSecret))))).id();
        secret = ledger.links().rotateWebhookSecret(link, side);
        camel = stage.opened(system, door(ledger.links(), ledger.accounts(), Clock.fixed(now, ZoneOffset.UTC)), Map.of());
    }
}
