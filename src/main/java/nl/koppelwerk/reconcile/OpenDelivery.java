package nl.koppelwerk.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.relation.Values;

/**
 * A delivery of this relation that an earlier look began and no finishing transaction has settled.
 *
 * @param id     the ledger's key
 * @param write  what was to be written, as intended
 * @param state  {@code SENDING} and {@code IN_DOUBT} are both "nobody knows"; {@code DONE} was answered
 * @param madeId the vendor's id of what was made, where it was answered
 * @param misses how many looks did not find what was to be made
 */
public record OpenDelivery(String id, Step.Write write, State state, String madeId, String version, Values echoed,
                           Map<String, String> handles, Instant sentAt, int misses, Instant lastMissAt) {

    /** A vendor that shows its own writes at once may still be working on ours. */
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(2);

    public enum State { SENDING, IN_DOUBT, DONE }

    Instant lastLookAt() { return lastMissAt == null ? sentAt : lastMissAt; }

    static Duration waits(Dialect dialect) {
        return dialect.visibilityDelay().compareTo(SHORTEST_WAIT) > 0 ? dialect.visibilityDelay() : SHORTEST_WAIT;
    }

    /** From then on it is worth while to look for what it may have made. */
    public Instant shownFrom(Dialect dialect) { return lastLookAt().plus(waits(dialect)); }
}
