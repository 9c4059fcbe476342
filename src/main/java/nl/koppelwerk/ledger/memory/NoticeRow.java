package nl.koppelwerk.ledger.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.reconcile.Question;

/** One root that may have changed. */
final class NoticeRow {

    final MemoryState.RootId id;
    final Set<String> reasons = new LinkedHashSet<>();
    /** Runs that count the outcome, with the generation of their hint. */
    final Map<String, Long> runs = new LinkedHashMap<>();
    Lane lane = Lane.COLLECTED;
    Instant due = Instant.MAX;
    long generation;
    int attempts;
    long token;
    Instant leaseEnds = Instant.MIN;
    /** The newest hint after which a read is needed; 0 while none is. */
    private long staleGeneration;
    /** The relation under this claim's lease, what was answered when it was opened, and when that was. */
    RelationRow opened;
    List<Given> answeredAtOpening = List.of();
    long openedAt;

    NoticeRow(MemoryState.RootId id) { this.id = id; }

    void take(Hint hint, Lane newLane, boolean observed, long newGeneration, Instant now) {
        generation = newGeneration;
        attempts = 0;
        if (!observed) staleGeneration = newGeneration;
        if (newLane.compareTo(lane) < 0) lane = newLane;
        if (due.isAfter(now)) due = now;
        if (!hint.why().isEmpty()) reasons.add(hint.why());
    }

    boolean isStale() { return staleGeneration > 0; }

    boolean isLeased(Instant now) { return leaseEnds.isAfter(now); }

    Claim claimed(long newToken, Instant until) {
        token = newToken;
        leaseEnds = until;
        opened = null;
        return new Claim(token, id.link(), id.side(), id.root(), generation, lane, isStale(), attempts,
            List.copyOf(reasons), until);
    }

    void renew(Instant until) {
        leaseEnds = until;
        if (opened != null && opened.leaseToken == token) opened.leaseEnds = until;
    }

    void release(Instant newDue) {
        if (opened != null) opened.release(token);
        token = 0;
        leaseEnds = Instant.MIN;
        due = newDue;
    }

    /** The look comes back and reads again: it failed, or did not see its root. */
    void comesBack(Instant newDue) {
        staleGeneration = generation;
        release(newDue);
    }

    /** The look comes back to what it saw: that holds until another hint. */
    void comesBackTo(Claim seen, Instant newDue) {
        if (staleGeneration <= seen.generation()) staleGeneration = 0;
        release(newDue);
    }

    /** The claimed generation is done with, a newer one waits: a little, where the root is to be read again. */
    void goesOn(Claim done, Instant now) {
        if (staleGeneration <= done.generation()) staleGeneration = 0;
        release(isStale() ? now.plus(MemoryNotices.A_LITTLE) : now);
    }
}
