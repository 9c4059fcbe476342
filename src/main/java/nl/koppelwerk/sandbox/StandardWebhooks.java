package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Standard Webhooks of what happens to records, to one address of the account. A person pastes the address in the vendor's
 * settings ({@code POST /_sandbox/{system}/webhooks}); that a program may set it too is assumed by us and stands in no contract.
 */
public final class StandardWebhooks implements WebhookRules, RecordEvents {

    private static final String SECRET_FORM = "whsec_[A-Za-z0-9+/]{32,86}={0,2}";
    private static final String ONE = "one";

    private final Bucket registered;
    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final ProblemErrors errors;
    private final String standardSecret;
    private final WebhookSender sender;

    public StandardWebhooks(Ground ground, String system, SwitchPanel switches, ProblemErrors errors, String standardSecret) {
        this.registered = ground.journal().bucket(system + "/webhooks");
        this.switches = switches;
        this.clock = ground.clock();
        this.errors = errors;
        this.standardSecret = standardSecret;
        this.sender = new WebhookSender(ground, system, switches, this);
    }

    public Answer read() {
        var hook = registered.get(ONE).orElseThrow(() -> errors.refused(404, "no webhook is registered"));
        return Answer.json(200, hook.without("secret"));
    }

    public Answer register(Call call) {
        return Answer.json(200, register(Json.readObject(call.body()).orElseThrow(() -> errors.refused(400, "the body is not a JSON object"))).without("secret"));
    }

    /** One address; another one takes its place. Without a secret the one before stays. */
    public ObjectNode register(ObjectNode wanted) {
        var secret = wanted.path("secret").asText(secret());
        if (!Delivery.reachable(wanted.path("url").asText()) || !secret.matches(SECRET_FORM)) {
            throw errors.refused(422, "url is https, secret is whsec_ and 24 to 64 bytes as Base64");
        }
        registered.put(ONE, Json.object().put("url", wanted.get("url").textValue()).put("secret", secret));
        return registered.get(ONE).orElseThrow();
    }

    public ObjectNode state() {
        var state = sender.state();
        registered.get(ONE).ifPresent(state::setAll);
        return state;
    }

    public void clear() {
        registered.clear();
        sender.forget();
    }

    /** Of what programs write is told where the switch {@code echo} has it. */
    public RecordEvents byPrograms() {
        return (type, id, owner, ownerId) -> {
            if (switches.is("echo", "yes")) {
                happened(type, id, owner, ownerId);
            }
        };
    }

    @Override
    public void happened(String type, String id, String owner, String ownerId) {
        if (switches.is("webhooks", "none")) {
            return;
        }
        var body = Json.object().put("type", type).put("timestamp", Instant.ofEpochSecond(clock.millis() / 1000).toString());
        var data = body.putObject("data").put("id", id);
        if (owner != null) {
            data.put(owner, ownerId);
        }
        registered.get(ONE).ifPresent(hook -> sender.send(Delivery.json(hook.get("url").textValue(), Json.object(), body.toString())));
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
        return registered.get(ONE).map(hook -> hook.get("secret").textValue()).orElse(standardSecret);
    }
}
