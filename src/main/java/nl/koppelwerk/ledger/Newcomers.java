package nl.koppelwerk.ledger;

import java.time.Duration;
import java.time.Instant;
import nl.koppelwerk.link.Side;

/**
 * Whether the index of a side knows all that its system has, for a vendor that cannot be searched: what is new there is listed before a
 * record is made in it. One worker lists for all that wait.
 */
public interface Newcomers {

    /** One listing serves all who wait for it, so that a transfer of thousands costs a page now and then, and a single customer no delay. */
    Duration GAP = Duration.ofSeconds(5);
    /** What waited in a queue was seen long before the listing, and the listing itself grows old. */
    Duration FRESH = Duration.ofMinutes(1);
    /** How the name of a checkpoint ends that is the index's place in a listing. */
    String INDEX = "@index";
    /** Longer than a call may take: a worker that died is not waited for long. */
    Duration LEASE = Duration.ofSeconds(45);

    /**
     * May a record be made there now?
     *
     * @param since      the listing that counts began then or later, and ended a moment ago
     * @param awaitsTold also wait for roots that the system told of and nobody has looked at yet
     */
    Turn turn(String link, Side side, Instant since, boolean awaitsTold);

    /** Another page is asked for; false once the turn is another's. */
    boolean goesOn(Listing turn);

    /** All of it was read, by a pass that began then. */
    void listed(Listing turn, Instant began);

    /** The same of a run, which waits for no turn. */
    void listed(String link, Side side, Instant began);

    /** It was broken off; whoever comes next may go on. */
    void leave(Listing turn);

    /** The keys are others from now on: whatever is made next waits until all that its system has was listed anew. */
    void forget(String link);

    sealed interface Turn permits UpToNow, Listing, Wait {}

    /** The index is complete. */
    record UpToNow() implements Turn {}

    /**
     * The caller is to list what is new.
     *
     * @param now when a pass that is begun by it begins
     */
    record Listing(String link, Side side, long token, Instant now) implements Turn {}

    /** Another one lists, or has done so a moment ago, or something that was told of is about to be looked at. */
    record Wait(Instant until) implements Turn {}
}
