package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Delivery;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.WebhookRules;
import nl.koppelwerk.sandbox.WebhookSender;

/** The webhooks of the agreement, one per event type, and one request for every customer that changes; nothing proves the sender. */
final class EcoWebhooks implements WebhookRules {

    static final String CUSTOMER_UPDATED = "CUSTOMER_UPDATED";

    private static final List<Duration> SPACING = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

    private final Bucket registered;
    private final SwitchPanel switches;
    private final EcoTime time;
    private final Ids ids;
    private final EcoMerge merge;
    private final WebhookSender sender;
    private int failures;

    EcoWebhooks(Ground ground, SwitchPanel switches, EcoTime time, Ids ids) {
        this.registered = ground.journal().bucket("economic/webhooks");
        this.switches = switches;
        this.time = time;
        this.ids = ids;
        this.merge = new EcoMerge(switches);
        this.sender = new WebhookSender(ground, "economic", switches, this);
    }

    List<ObjectNode> all() {
        var all = new ArrayList<ObjectNode>();
        registered.forEach((type, hook) -> all.add(hook));
        return all;
    }

    Optional<ObjectNode> find(String type) {
        return registered.get(type);
    }

    /** Keeps a webhook under a new version; one that is switched on again begins without failures. */
    ObjectNode keep(ObjectNode hook) {
        var type = hook.get("eventType").textValue();
        var before = find(type).map(old -> old.path("isDisabled").asBoolean()).orElse(false);
        if (hook.path("isDisabled").asBoolean() && !before) {
            hook.put("lastDisabledDate", time.stamp());
        }
        failures = 0;
        registered.put(type, hook.put("lastUpdated", time.stamp()).put("objectVersion", EcoIds.version(ids)));
        return hook;
    }

    void remove(String type) {
        registered.remove(type);
    }

    void clear() {
        registered.clear();
        sender.forget();
    }

    ObjectNode state() {
        return sender.state();
    }

    void created(int number) {
        tell(merge.absent(EcoMerge.OLD, number), String.valueOf(number));
    }

    void changed(int from, int to) {
        tell(String.valueOf(from), String.valueOf(to));
    }

    void deleted(int number) {
        tell(String.valueOf(number), merge.absent(EcoMerge.NEW, number));
    }

    @Override
    public void sign(String id, byte[] body, RequestOptions request) {
    }

    @Override
    public Optional<Duration> pauseAfter(int attempts) {
        if (attempts > switches.number("hook-retries")) {
            return Optional.empty();
        }
        return Optional.of(switches.is("hook-retry-spacing", "immediate") ? Duration.ZERO : SPACING.get(Math.min(attempts, SPACING.size()) - 1));
    }

    @Override
    public boolean inOrder() {
        return switches.is("hook-order", "in-order");
    }

    @Override
    public Duration delay() {
        return Duration.ofMillis((long) switches.number("hook-delay-ms"));
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds((long) switches.number("hook-timeout-s"));
    }

    @Override
    public boolean accepts(int status) {
        return switch (switches.get("hook-success")) {
            case "200-only" -> status == 200;
            case "below-400" -> status < 400;
            default -> status / 100 == 2;
        };
    }

    /** Attempts count, not deliveries; what still waits when the webhook is disabled is lost. */
    @Override
    public void attempted(boolean accepted) {
        failures = accepted ? 0 : failures + 1;
        if (!switches.is("hook-disable-after", "never") && failures >= switches.number("hook-disable-after")) {
            find(CUSTOMER_UPDATED).ifPresent(hook -> keep(hook.put("isDisabled", true)));
            sender.forget();
        }
    }

    private void tell(String from, String to) {
        find(CUSTOMER_UPDATED).filter(hook -> !hook.path("isDisabled").asBoolean())
                .ifPresent(hook -> sender.send(delivery(hook, Map.of(EcoMerge.OLD, from, EcoMerge.NEW, to))));
    }

    private Delivery delivery(ObjectNode hook, Map<String, String> numbers) {
        var headers = Json.object();
        hook.path("customHeaders").forEach(header -> headers.set(header.path("key").asText(), header.path("value")));
        var type = switches.is("hook-content-type", "always-json-label") ? "application/json" : hook.get("contentType").textValue();
        return new Delivery(switches.get("hook-method"), merge.url(hook.get("url").textValue(), numbers), type, headers,
                merge.text(hook.path("postData").asText(""), numbers));
    }
}
