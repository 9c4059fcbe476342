package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import nl.koppelwerk.ledger.Notices;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The ledger's clock without a statement for each look at it: read anew after a short while, and counted on by this machine's
 * in between. It may be behind by the way back of an answer, never ahead, so nothing seems asked for later than it was.
 */
@Singleton
public final class LedgerClock implements InstantSource {

    private record Reading(Instant at, long nanos) {}

    private final Notices notices;
    private final long reread;
    private volatile Reading last;

    @Inject
    public LedgerClock(Notices notices, @ConfigProperty(name = "koppelwerk.clock.reread") Duration reread) {
        this.notices = notices;
        this.reread = reread.toNanos();
    }

    @Override public Instant instant() {
        var reading = last;
        long elapsed = reading == null ? reread : System.nanoTime() - reading.nanos();
        return elapsed < reread ? reading.at().plusNanos(elapsed) : read();
    }

    private Instant read() {
        var now = StoreFailure.watch(notices::now);
        last = new Reading(now, System.nanoTime());
        return now;
    }
}
