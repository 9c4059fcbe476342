package nl.koppelwerk.sandbox;

import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Optional;

/** What a vendor decides about its deliveries. */
public interface WebhookRules {

    /** Adds the headers that prove the sender, made at the moment of sending. */
    void sign(String id, byte[] body, RequestOptions request);

    /** How long to wait after this many failed attempts; empty to give up. */
    Optional<Duration> pauseAfter(int attempts);

    boolean inOrder();

    /** How long a delivery waits before its first attempt, in the time of the sandbox. */
    default Duration delay() {
        return Duration.ZERO;
    }

    /** How long an attempt may take, in real time. */
    default Duration timeout() {
        return Duration.ofSeconds(15);
    }

    default boolean accepts(int status) {
        return status / 100 == 2;
    }

    /** Hears of every attempt, after what becomes of the delivery was decided. */
    default void attempted(boolean accepted) {
    }
}
