package nl.koppelwerk.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What may have changed and waits to be looked at. */
public interface Notices {

    /** All of them durable when this returns, or none and an exception; one commit for many. */
    void accept(List<Hint> hints);

    /** At most so many due notices of running links, live before backfill, links in turn; each under a lease of its own. */
    List<Claim> claim(int most);

    /** Lengthens the leases; answers the tokens that are still ours. */
    Set<Long> renew(Collection<Claim> claims);

    /** Gives a claim back untouched, due at that moment; nothing is counted. */
    void putBack(Claim claim, Instant due);

    /** The next moment at which a notice falls due or a lease ends; null while nothing waits. */
    Instant nextDue();

    /** What was collected is live from now on. */
    void release(String link);

    /** What was collected is part of the run, in its quiet hours and its balance, so that an undo of the run knows it. */
    void releaseTo(Runs.Run run);

    /** The clock of the ledger, by which all durations run. */
    Instant now();
}
