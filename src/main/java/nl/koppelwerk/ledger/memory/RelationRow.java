package nl.koppelwerk.ledger.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Questions;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Watch;
import nl.koppelwerk.reconcile.Past;
import nl.koppelwerk.reconcile.Question;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.reconcile.Wanted;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/** A pair, or the one side that was seen so far, with what is open about it. */
final class RelationRow {

    final String id;
    final String link;
    final Instant firstSeenAt;
    final List<DeliveryRow> deliveries = new ArrayList<>();
    final Map<String, Questions.Held> holds = new LinkedHashMap<>();
    final List<Given> answered = new ArrayList<>();
    /** What was in doubt once, by side and part. */
    final Map<String, Watch> watches = new LinkedHashMap<>();
    /** What its values were, in the order in which it was seen. */
    final List<Past.Life> lives = new ArrayList<>();
    /** What applied plans want of it, in the order in which they were applied. */
    final List<Wanted> wanted = new ArrayList<>();
    private final Map<String, String> wantedByRun = new LinkedHashMap<>();
    Pair pair;
    long revision;
    boolean seen;
    Settlement.State state;
    List<Reason> reasons = List.of();
    long leaseToken;
    Instant leaseEnds = Instant.MIN;

    RelationRow(String id, String link, Pair pair, Instant firstSeenAt) {
        this.id = id;
        this.link = link;
        this.pair = pair;
        this.firstSeenAt = firstSeenAt;
    }

    MemoryState.RootId rootId(Side side) {
        return pair.root(side).map(root -> new MemoryState.RootId(link, side, root)).orElse(null);
    }

    void want(String run, Wanted what) {
        wantedByRun.put(what.id(), run);
        wanted.add(what);
    }

    void wantNoMoreOf(String run) { wanted.removeIf(what -> run.equals(wantedByRun.get(what.id()))); }

    /** The run that wants it, or null. */
    String runOf(String id) { return wantedByRun.get(id); }

    void takeOverWanted(RelationRow younger) {
        wanted.addAll(younger.wanted);
        wanted.sort(Comparator.comparing(Wanted::id));
        wantedByRun.putAll(younger.wantedByRun);
    }

    /** An update was given up since of which nobody knows for sure that it was not made. */
    boolean isDoubtedSince(Instant moment) {
        return deliveries.stream().anyMatch(delivery -> delivery.state == DeliveryRow.State.ABANDONED && !delivery.startedAt.isBefore(moment)
            && delivery.write.action() == Step.Action.UPDATE);
    }

    /** @return the run that wanted it, or null */
    String wantNoMore(String id) {
        wanted.removeIf(what -> what.id().equals(id));
        return wantedByRun.remove(id);
    }

    boolean lease(long token, Instant until, Instant now) {
        if (leaseToken != token && leaseEnds.isAfter(now)) return false;
        leaseToken = token;
        leaseEnds = until;
        return true;
    }

    void release(long token) {
        if (leaseToken != token) return;
        leaseToken = 0;
        leaseEnds = Instant.MIN;
    }

    void watch(Watch watch) { watches.put(watch.side() + " " + watch.part(), watch); }

    List<List<Sent>> given(Side side, PartKey part) {
        return watches.containsKey(side + " " + part) ? watches.get(side + " " + part).given() : List.of();
    }

    /** The create of its root on that side was in doubt once. */
    boolean isDoubted(Side side) { return watches.containsKey(side + " " + PartKey.ROOT); }

    boolean waitsForAnswer() { return state == Settlement.State.HELD && answered.isEmpty(); }

    boolean isHeldAsTwin() { return holds.values().stream().anyMatch(held -> held.question().code() == ReasonCode.LATE_TWIN); }

    /** No look saw it as a root, nothing was written to it; looks that only waited do not count. */
    boolean isOfNoRoot() { return !seen && deliveries.isEmpty() && !pair.isPaired(); }
}
