package nl.koppelwerk.ledger.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import nl.koppelwerk.reconcile.Settlement.Again;
import nl.koppelwerk.reconcile.Settlement.Cause;

/** When a look comes back (engine.md section 6). */
final class RetrySchedule {

    private static final List<Duration> STEPS = List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5),
        Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(6), Duration.ofHours(12), Duration.ofHours(24),
        Duration.ofHours(24), Duration.ofHours(24));

    static final int LENGTH = STEPS.size();

    private static final Duration LATER = Duration.ofSeconds(10);
    private static final Duration BACK_OFF = Duration.ofMinutes(5);

    private final RandomGenerator random;

    RetrySchedule(RandomGenerator random) { this.random = random; }

    Instant due(Instant now, Again again, int attempts) {
        var byCause = again.cause() == Cause.MAY_HEAL ? withJitter(STEPS.get(Math.max(0, attempts - 1))) : LATER;
        return notBefore(now, again, again.at() != null ? again.at() : now.plus(byCause));
    }

    Instant endOfBackOff(Instant now, Again again) {
        var byDefault = again.atLeast() != null ? again.atLeast() : BACK_OFF;
        return again.at() != null ? again.at() : now.plus(byDefault);
    }

    private static Instant notBefore(Instant now, Again again, Instant due) {
        var atLeast = again.atLeast() == null ? now : now.plus(again.atLeast());
        return due.isBefore(atLeast) ? atLeast : due;
    }

    /** Spread over a third, so that what failed together does not come back together. */
    private Duration withJitter(Duration step) { return Duration.ofMillis((long) (step.toMillis() * (0.9 + 0.3 * random.nextDouble()))); }
}
