package nl.koppelwerk.ledger.memory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Deliveries.Outcome;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.reconcile.OpenDelivery;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Values;

/** One write to a vendor, from its intent to the finishing transaction that settles it. */
final class DeliveryRow {

    final String id;
    final String key;
    Step.Write write;
    final List<MatchKey> identity;
    final Instant startedAt;
    RelationRow relation;
    byte[] request;
    State state = State.SENDING;
    boolean settled;
    long token;
    /** When it was answered, or known to be done. */
    Instant endedAt;
    private long shownTo;
    private int misses;
    private Instant lastMissAt;
    private Outcome.Done done = new Outcome.Done("", "", Values.NONE, Map.of());

    enum State { SENDING, IN_DOUBT, DONE, REFUSED, ABANDONED, FORESTALLED }

    DeliveryRow(String id, String key, RelationRow relation, Step.Write write, List<MatchKey> identity, Instant startedAt) {
        this.id = id;
        this.key = key;
        this.relation = relation;
        this.write = write;
        this.identity = List.copyOf(identity);
        this.startedAt = startedAt;
    }

    void sends(long claim, Step.Write newest, byte[] bytes) {
        token = claim;
        write = newest;
        endedAt = null;
        request = bytes;
        state = State.SENDING;
    }

    boolean isUnknown() { return state == State.SENDING || state == State.IN_DOUBT; }

    boolean isGivenUp() { return state == State.ABANDONED || state == State.FORESTALLED; }

    boolean isOpen() { return isUnknown() || state == State.DONE && !settled; }

    void ends(Instant now) { if (endedAt == null) endedAt = now; }

    boolean isDoneSince(Instant moment) { return state == State.DONE && !endedAt.isBefore(moment); }

    void done(Outcome.Done answer) {
        state = State.DONE;
        done = answer;
    }

    void missed(Instant now) {
        misses++;
        lastMissAt = now;
    }

    void shownTo(long claim) { if (state == State.DONE) shownTo = claim; }

    /** An answer that came while a look was under way is not settled by that look, which did not know of it. */
    boolean isKnownTo(long claim) { return state == State.DONE && (token == claim || shownTo == claim); }

    /** The id of the record that it made. */
    Optional<String> made() { return state == State.DONE && write.action() == Step.Action.CREATE ? Optional.of(done.madeId()).filter(id -> !id.isEmpty()) : Optional.empty(); }

    OpenDelivery shown() {
        return new OpenDelivery(id, write, OpenDelivery.State.valueOf(state.name()), done.madeId(), done.version(), done.echoed(),
            done.handles(), startedAt, misses, lastMissAt);
    }
}
