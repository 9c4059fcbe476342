package nl.koppelwerk.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
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
    private static final long TIMEOUT_MS = 15_000;

    /** What a vendor decides about its deliveries. */
    public interface Rules {

        /** Adds the headers that prove the sender, made at the moment of sending. */
        void sign(String id, byte[] body, RequestOptions request);

        /** How long to wait after this many failed attempts; empty to give up. */
        Optional<Duration> pauseAfter(int attempts);

        boolean inOrder();
    }

    private final Vertx vertx;
    private final HttpClient client;
    private final Journal journal;
    private final Bucket pending;
    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final Rules rules;
    private final Random random;
    private final Deque<String> due = new ArrayDeque<>();
    private final ObjectNode counts = Json.object();
    private int active;

    public WebhookSender(Ground ground, String system, SwitchPanel switches, Rules rules) {
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
    public void send(String url, ObjectNode headers, String body) {
        if (random.nextDouble() < switches.number("webhook.drop-rate")) {
            count("dropped");
            return;
        }
        for (var copy = 0; copy < (switches.on("webhook.duplicate") ? 2 : 1); copy++) {
            var id = "msg_" + UUID.randomUUID();
            var delivery = Json.object().put("url", url).put("body", body).put("attempts", 0);
            delivery.set("headers", headers);
            pending.put(id, delivery);
            later(switches.on("webhook.reorder") && random.nextBoolean() ? 50 + random.nextInt(150) : 0, id);
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

    private void attempt(String id, ObjectNode delivery) {
        active++;
        var body = delivery.get("body").textValue().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var options = new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(delivery.get("url").textValue()).setTimeout(TIMEOUT_MS)
                .putHeader("Content-Type", "application/json");
        delivery.get("headers").fields().forEachRemaining(header -> options.putHeader(header.getKey(), header.getValue().asText()));
        rules.sign(id, body, options);
        client.request(options).compose(request -> request.send(io.vertx.core.buffer.Buffer.buffer(body)))
                .compose(response -> response.end().map(response.statusCode()))
                .onComplete(result -> ended(id, delivery, result.succeeded() && result.result() / 100 == 2));
    }

    private void ended(String id, ObjectNode delivery, boolean accepted) {
        active--;
        var attempts = delivery.get("attempts").intValue() + 1;
        var pause = accepted ? Optional.<Duration>empty() : rules.pauseAfter(attempts);
        count(accepted ? "accepted" : "failed");
        if (pause.isEmpty()) {
            pending.remove(id);
            count(accepted ? "settled" : "givenUp");
        } else if (pending.has(id)) {
            pending.put(id, delivery.put("attempts", attempts));
            retry(id, clock.realMillis(pause.get()));
        }
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
