package nl.koppelwerk.sandbox.clickmate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Delivery;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.WebhookRules;
import nl.koppelwerk.sandbox.WebhookSender;

/**
 * Standard Webhooks of what happens to customers and contacts, to one address of the account. A person pastes the address in
 * Clickmate's settings ({@code POST /_sandbox/clickmate/webhooks}); that a program may set it too, by {@code PUT /webhook}, is
 * assumed by us and stands in no contract.
 */
final class CmWebhooks implements WebhookRules {

    private static final String SECRET = "whsec_Y2xpY2ttYXRlLWRlbW8td2ViaG9vay1zZWNyZXQtMzI=";
    private static final String SECRET_FORM = "whsec_[A-Za-z0-9+/]{32,86}={0,2}";
    private static final String ONE = "one";

    private final Bucket registered;
    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final CmErrors errors;
    private final WebhookSender sender;

    CmWebhooks(Ground ground, String system, SwitchPanel switches, CmErrors errors) {
        this.registered = ground.journal().bucket(system + "/webhooks");
        this.switches = switches;
        this.clock = ground.clock();
        this.errors = errors;
        this.sender = new WebhookSender(ground, system, switches, this);
    }

    Answer read() {
        var hook = registered.get(ONE).orElseThrow(() -> errors.refused(404, "no webhook is registered"));
        return Answer.json(200, hook.without("secret"));
    }

    Answer register(Call call) {
        return Answer.json(200, register(Json.readObject(call.body()).orElseThrow(() -> errors.refused(400, "the body is not a JSON object"))).without("secret"));
    }

    /** One address; another one takes its place. Without a secret the one before stays. */
    ObjectNode register(ObjectNode wanted) {
        var secret = wanted.path("secret").asText(secret());
        if (!Delivery.reachable(wanted.path("url").asText()) || !secret.matches(SECRET_FORM)) {
            throw errors.refused(422, "url is https, secret is whsec_ and 24 to 64 bytes as Base64");
        }
        registered.put(ONE, Json.object().put("url", wanted.get("url").textValue()).put("secret", secret));
        return registered.get(ONE).orElseThrow();
    }

    ObjectNode state() {
        var state = sender.state();
        registered.get(ONE).ifPresent(state::setAll);
        return state;
    }

    void clear() {
        registered.clear();
        sender.forget();
    }

    /** A contact tells its customer, where it has one. */
    void happened(String type, Optional<String> customer, Optional<String> contact) {
        if (!switches.is("webhooks", "none")) {
            registered.get(ONE).ifPresent(hook -> sender.send(Delivery.json(hook.get("url").textValue(), Json.object(), body(type, customer, contact))));
        }
    }

    @Override
    public void sign(String id, byte[] body, RequestOptions request) {
        if (switches.is("webhooks", "unsigned")) {
            return;
        }
        try {
            var seconds = clock.millis() / 1000;
            request.putHeader("webhook-id", id).putHeader("webhook-timestamp", String.valueOf(seconds))
                    .putHeader("webhook-signature", new Webhook(secret()).sign(id, seconds, new String(body, StandardCharsets.UTF_8)));
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

    private String secret() {
        return registered.get(ONE).map(hook -> hook.get("secret").textValue()).orElse(SECRET);
    }

    private String body(String type, Optional<String> customer, Optional<String> contact) {
        var body = Json.object().put("type", type).put("timestamp", Instant.ofEpochSecond(clock.millis() / 1000).toString());
        var data = body.putObject("data").put("id", contact.orElseGet(customer::orElseThrow));
        contact.flatMap(one -> customer).ifPresent(owner -> data.put("customerId", owner));
        return body.toString();
    }

    /** Plain http only towards the machine itself, for tests and demonstrations. */
}
