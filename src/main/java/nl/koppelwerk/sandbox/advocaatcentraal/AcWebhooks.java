package nl.koppelwerk.sandbox.advocaatcentraal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Delivery;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.WebhookRules;
import nl.koppelwerk.sandbox.WebhookSender;

/**
 * Standard Webhooks of changed relations, for the case that AdvocaatCentraal should have any. The contract has no call to
 * register one, so the address and its secret are set at {@code POST /_sandbox/advocaatcentraal/webhooks}.
 */
final class AcWebhooks implements WebhookRules {

    private static final String SECRET = "whsec_YWMtZGVtby13ZWJob29rLXNlY3JldC0zMi1ieXRlcw==";

    private final Bucket registered;
    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final WebhookSender sender;

    AcWebhooks(Ground ground, String system, SwitchPanel switches) {
        this.registered = ground.journal().bucket(system + "/webhooks");
        this.switches = switches;
        this.clock = ground.clock();
        this.sender = new WebhookSender(ground, system, switches, this);
    }

    ObjectNode register(ObjectNode wanted) {
        registered.put("one", Json.object().put("url", wanted.path("url").asText()).put("secret", wanted.path("secret").asText(SECRET)));
        return registered.get("one").orElseThrow();
    }

    ObjectNode state() {
        return sender.state();
    }

    void changed(ObjectNode relation) {
        if (switches.is("webhooks", "standard-webhooks")) {
            registered.get("one").ifPresent(hook -> sender.send(Delivery.json(hook.get("url").textValue(), Json.object(), body(relation))));
        }
    }

    @Override
    public void sign(String id, byte[] body, RequestOptions request) {
        try {
            var seconds = clock.millis() / 1000;
            var secret = registered.get("one").map(hook -> hook.get("secret").textValue()).orElse(SECRET);
            request.putHeader("webhook-id", id).putHeader("webhook-timestamp", String.valueOf(seconds))
                    .putHeader("webhook-signature", new Webhook(secret).sign(id, seconds, new String(body, StandardCharsets.UTF_8)));
        } catch (com.standardwebhooks.exceptions.WebhookSigningException | com.standardwebhooks.exceptions.EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<Duration> pauseAfter(int attempts) {
        return attempts > 8 ? Optional.empty() : Optional.of(Duration.ofSeconds(5L << attempts));
    }

    @Override
    public boolean inOrder() {
        return false;
    }

    private String body(ObjectNode relation) {
        var body = Json.object().put("type", "relation.updated").put("timestamp", Instant.ofEpochSecond(clock.millis() / 1000).toString());
        body.putObject("data").put("id", relation.get("id").textValue());
        return body.toString();
    }
}
