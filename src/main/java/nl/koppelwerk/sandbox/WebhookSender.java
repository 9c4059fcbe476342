package nl.koppelwerk.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.PoolOptions;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Delivers webhooks beside the answers; what has not been delivered yet is in the journal and goes on after a restart. */
public final class WebhookSender {

    private static final int AT_ONCE = 64;
    private static final int LATE_FROM_MS = 5_000;
    private static final int LATE_TO_MS = 30_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final Journal journal;
    private final Bucket pending;
    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final WebhookRules rules;
    private final Random random;
    private final Deque<String> due = new ArrayDeque<>();
    private final ObjectNode counts = Json.object();
    private int active;

    public WebhookSender(Ground ground, String system, SwitchPanel switches, WebhookRules rules) {
        this.vertx = ground.vertx();
        this.client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(AT_ONCE));
        this.journal = ground.journal();
        this.pending = journal.bucket(system + "/pending");
        this.switches = switches;
        this.clock = ground.clock();
        this.rules = rules;
        this.random = new Random(ground.seed());
        due.addAll(pending.ids());
        vertx.runOnContext(started -> pump());
    }

    /** Takes a delivery; it leaves after the call that caused it has been kept. */
    public void send(Delivery delivery) {
        if (random.nextDouble() < switches.number("webhook.drop-rate")) {
            count("dropped");
            return;
        }
        var copies = switches.on("webhook.duplicate") || hits("webhook.duplicate-rate") ? 2 : 1;
        for (var copy = 0; copy < copies; copy++) {
            var id = "msg_" + UUID.randomUUID();
            pending.put(id, delivery.keep());
            later(pause(), id);
        }
    }

    /** Counts of deliveries since the start, and how many wait. */
    public ObjectNode state() {
        return counts.deepCopy().put("pending", pending.size());
    }

    public void forget() {
        due.clear();
        pending.clear();
    }

    private long pause() {
        var millis = switches.on("webhook.reorder") && random.nextBoolean() ? 50 + random.nextInt(150) : 0;
        millis += rules.delay().isZero() ? 0 : clock.realMillis(rules.delay());
        return hits("webhook.late-rate") ? millis + clock.realMillis(Duration.ofMillis(random.nextInt(LATE_FROM_MS, LATE_TO_MS))) : millis;
    }

    private boolean hits(String rate) {
        var share = switches.number(rate);
        return share > 0 && random.nextDouble() < share;
    }

    private void later(long millis, String id) {
        if (millis > 0) {
            vertx.setTimer(millis, timer -> enqueue(id));
        } else {
            vertx.runOnContext(now -> enqueue(id));
        }
    }

    private void enqueue(String id) {
        due.addLast(id);
        pump();
    }

    private void pump() {
        while (!due.isEmpty() && active < (rules.inOrder() ? 1 : AT_ONCE)) {
            var id = due.pollFirst();
            pending.get(id).ifPresent(delivery -> attempt(id, delivery));
        }
    }

    private void attempt(String id, ObjectNode kept) {
        active++;
        var delivery = Delivery.kept(kept);
        var options = delivery.request().setTimeout(rules.timeout().toMillis());
        rules.sign(id, delivery.bytes(), options);
        client.request(options).compose(request -> request.send(io.vertx.core.buffer.Buffer.buffer(delivery.bytes())))
                .compose(response -> response.end().map(response.statusCode()))
                .onComplete(result -> ended(id, kept, result.succeeded() && rules.accepts(result.result())));
    }

    private void ended(String id, ObjectNode kept, boolean accepted) {
        active--;
        var attempts = kept.get("attempts").intValue() + 1;
        var pause = accepted ? Optional.<Duration>empty() : rules.pauseAfter(attempts);
        count(accepted ? "accepted" : "failed");
        if (pause.isEmpty()) {
            pending.remove(id);
            count(accepted ? "settled" : "givenUp");
        } else if (pending.has(id)) {
            pending.put(id, kept.put("attempts", attempts));
            retry(id, clock.realMillis(pause.get()));
        }
        rules.attempted(accepted);
        journal.flush();
        pump();
    }

    private void retry(String id, long millis) {
        if (rules.inOrder()) {
            // Holds the line: the place in it stays taken until the timer ends.
            active++;
            vertx.setTimer(millis, timer -> {
                active--;
                due.addFirst(id);
                pump();
            });
        } else {
            later(millis, id);
        }
    }

    private void count(String what) {
        counts.put(what, counts.path(what).asLong() + 1);
    }
}
