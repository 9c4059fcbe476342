package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Optional;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Delivery;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Hmac;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.WebhookRules;
import nl.koppelwerk.sandbox.WebhookSender;

/** The one webhook that SnelStart has: of a coupling key that was made, made anew or removed. It is sent once, whatever is answered. */
final class SnKeyWebhook implements WebhookRules {

    private static final String ONE = "one";

    private final Bucket registered;
    private final SwitchPanel switches;
    private final WebhookSender sender;

    SnKeyWebhook(Ground ground, String system, SwitchPanel switches) {
        this.registered = ground.journal().bucket(system + "/webhooks");
        this.switches = switches;
        this.sender = new WebhookSender(ground, system, switches, this);
    }

    /** As agreed with the vendor: an address, and for the case that it signs, a secret and the header of the signature. */
    ObjectNode register(ObjectNode wanted) {
        if (!Delivery.reachable(wanted.path("url").asText())) {
            throw new Refused(Answer.problem(422, "Refused", "url is https"));
        }
        registered.put(ONE, Json.object().put("url", wanted.get("url").textValue()).put("secret", wanted.path("secret").asText("snelstart-demo-webhook-secret"))
                .put("header", wanted.path("header").asText("X-SnelStart-Signature")));
        return state();
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

    void happened(String action, String key, String reference) {
        var pascal = switches.is("key-webhook-casing", "Pascal");
        var body = Json.object().put(pascal ? "KoppelSleutel" : "koppelSleutel", key).put(pascal ? "ActionType" : "actionType", action)
                .put(pascal ? "ReferenceKey" : "referenceKey", reference);
        registered.get(ONE).ifPresent(hook -> sender.send(Delivery.json(hook.get("url").textValue(), Json.object(), body.toString())));
    }

    @Override
    public void sign(String id, byte[] body, RequestOptions request) {
        if (switches.is("key-webhook-signature", "hmac-sha256")) {
            registered.get(ONE).ifPresent(hook -> request.putHeader(hook.get("header").textValue(), Hmac.sha256(hook.get("secret").textValue(), body)));
        }
    }

    @Override
    public Optional<Duration> pauseAfter(int attempts) {
        return Optional.empty();
    }

    @Override
    public boolean inOrder() {
        return false;
    }
}
