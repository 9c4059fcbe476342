package nl.koppelwerk.proof;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Sends signed webhooks from one event loop, and again those that were not acknowledged, as a vendor does. */
final class WebhookBurst implements AutoCloseable {

    private static final int PAUSE_AFTER_REFUSAL = 100;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final int atOnce;
    private final Function<String, Letter> wording;

    WebhookBurst(int atOnce) {
        this(atOnce, WebhookBurst::ofTribe);
    }

    WebhookBurst(int atOnce, Function<String, Letter> wording) {
        this.atOnce = atOnce;
        this.wording = wording;
        client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(2000).setIdleTimeout(30), new PoolOptions().setHttp1MaxSize(atOnce));
    }

    /** What a vendor says of an id: body, its type, and one more header. */
    record Letter(String body, String type, String header, String value) {
    }

    static Letter ofTribe(String id) {
        var body = ProofLink.body(id);
        return new Letter(body, "application/json", "X-Tribe-Webhook-Signature", ProofLink.signature(body));
    }

    /** @param millis until the last was acknowledged; {@code refused} counts answers and failures that made one be sent again */
    record Sent(int acknowledged, int refused, long millis) {

        double perSecond() {
            return acknowledged * 1000.0 / Math.max(1, millis);
        }
    }

    /** A burst that goes on while the caller does other things. */
    final class Going {

        private final long began = System.nanoTime();
        private final Deque<String> waiting;
        private final AtomicInteger acknowledged = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final CountDownLatch left;
        private final String address;
        private volatile long ended;

        private Going(String address, List<String> ids) {
            this.address = address;
            waiting = new ConcurrentLinkedDeque<>(ids);
            left = new CountDownLatch(ids.size());
        }

        int acknowledged() {
            return acknowledged.get();
        }

        int refused() {
            return refused.get();
        }

        Sent await(Duration most) throws InterruptedException {
            if (!left.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(left.getCount() + " webhooks are not acknowledged after " + most);
            }
            return new Sent(acknowledged.get(), refused.get(), (ended - began) / 1_000_000);
        }

        private void next() {
            var id = waiting.poll();
            if (id != null) {
                var letter = wording.apply(id);
                client.request(new RequestOptions().setAbsoluteURI(address).setMethod(HttpMethod.POST).setTimeout(30_000))
                        .compose(request -> sent(request, letter)).onComplete(done -> answered(id, done.succeeded() && done.result() / 100 == 2));
            }
        }

        private io.vertx.core.Future<Integer> sent(HttpClientRequest request, Letter letter) {
            request.putHeader("Content-Type", letter.type()).putHeader(letter.header(), letter.value());
            return request.send(Buffer.buffer(letter.body())).compose(answer -> answer.body().map(ignored -> answer.statusCode()));
        }

        private void answered(String id, boolean success) {
            if (success) {
                acknowledged.incrementAndGet();
                ended = System.nanoTime();
                left.countDown();
                next();
            } else {
                refused.incrementAndGet();
                waiting.addLast(id);
                vertx.setTimer(PAUSE_AFTER_REFUSAL, timer -> next());
            }
        }
    }

    /** Begins to send one webhook for each of these ids, in this order. */
    Going begin(String address, List<String> ids) {
        var going = new Going(address, ids);
        vertx.runOnContext(loop -> {
            for (var i = 0; i < atOnce; i++) {
                going.next();
            }
        });
        return going;
    }

    Sent send(String address, List<String> ids, Duration most) throws InterruptedException {
        return begin(address, ids).await(most);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
