package nl.koppelwerk.sandbox.adminpulse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Optional;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Delivery;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.WebhookRules;
import nl.koppelwerk.sandbox.WebhookSender;

/** Nobody has seen a webhook of AdminPulse; the switch makes thin ones, unsigned, to the one address that a person pasted. */
final class ApWebhooks implements WebhookRules {

    private static final String ONE = "one";

    private final Bucket registered;
    private final SwitchPanel switches;
    private final ApErrors errors;
    private final WebhookSender sender;

    ApWebhooks(Ground ground, SwitchPanel switches, ApErrors errors) {
        this.registered = ground.journal().bucket("adminpulse/webhooks");
        this.switches = switches;
        this.errors = errors;
        this.sender = new WebhookSender(ground, "adminpulse", switches, this);
    }

    ObjectNode register(ObjectNode wanted) {
        if (!Delivery.reachable(wanted.path("url").asText())) {
            throw errors.refused(400, "url is https");
        }
        registered.put(ONE, Json.object().put("url", wanted.get("url").textValue()));
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

    void changed(String identifier) {
        if (!switches.is("webhooks", "none")) {
            var body = Json.object().put("uniqueIdentifier", identifier).toString();
            registered.get(ONE).ifPresent(hook -> sender.send(Delivery.json(hook.get("url").textValue(), Json.object(), body)));
        }
    }

    @Override
    public void sign(String id, byte[] body, RequestOptions request) {
    }

    @Override
    public Optional<Duration> pauseAfter(int attempts) {
        return attempts > 3 ? Optional.empty() : Optional.of(Duration.ofSeconds(10));
    }

    @Override
    public boolean inOrder() {
        return false;
    }
}
