package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Notices;
import org.apache.camel.Exchange;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Claims as many due notices as workers are free, in batches while there is much to do and at once while there is little. */
@Singleton
@Named("claiming")
@Unremovable
public final class Claiming {

    /** With few workers free, how long it waits for more, so that a batch is worth its statement. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final Notices notices;
    private final Workers workers;
    private final Leases leases;
    private final Duration gap;
    private final Duration pause;
    private long earliest = System.nanoTime();

    @Inject
    public Claiming(Notices notices, Workers workers, Leases leases, @ConfigProperty(name = "koppelwerk.claim.gap") Duration gap,
                    @ConfigProperty(name = "koppelwerk.claim.pause") Duration pause) {
        this.notices = notices;
        this.workers = workers;
        this.leases = leases;
        this.gap = gap;
        this.pause = pause;
    }

    /** The body becomes the claims; the variable {@code more} says whether another round may find some. One caller at a time. */
    public void claim(Exchange exchange) throws InterruptedException {
        awaitTurn();
        int free = workers.take(PATIENCE);
        var claims = free == 0 ? List.<Claim>of() : claim(free);
        exchange.getMessage().setBody(claims);
        exchange.setVariable("more", claims.size() == free);
    }

    private List<Claim> claim(int free) {
        int claimed = 0;
        try {
            var asked = Mark.now();
            var claims = notices.claim(free);
            leases.began(claims, asked);
            claimed = claims.size();
            return claims;
        } catch (RuntimeException failure) {
            storeFailed();
            throw failure;
        } finally {
            workers.giveBack(free - claimed);
        }
    }

    /** Statements follow each other no faster than the gap: under load each then finds several notices. */
    private void awaitTurn() throws InterruptedException {
        long wait = earliest() - System.nanoTime();
        if (wait > 0) Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        notBefore(gap);
    }

    /** The store does not answer: the next claim waits, so that it is not hammered by every worker. */
    void storeFailed() { notBefore(pause); }

    private synchronized long earliest() { return earliest; }

    private synchronized void notBefore(Duration from) { earliest = Math.max(earliest, System.nanoTime() + from.toNanos()); }
}
