package nl.koppelwerk.ledger.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import nl.koppelwerk.ledger.Newcomers;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.Side;

final class MemoryNewcomers implements Newcomers {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Map<Key, Row> rows = new HashMap<>();
    private final MemoryState state;

    private final MemoryCheckpoints checkpoints;

    MemoryNewcomers(MemoryState state, MemoryCheckpoints checkpoints) {
        this.state = state;
        this.checkpoints = checkpoints;
    }

    private record Key(String link, Side side) {}

    private static final class Row {
        Instant listedAt = Instant.MIN;
        Instant endedAt = Instant.MIN;
        Instant leaseEnds = Instant.MIN;
        long token;
    }

    private Row row(String link, Side side) { return rows.computeIfAbsent(new Key(link, side), absent -> new Row()); }

    @Override public Turn turn(String link, Side side, Instant since, boolean awaitsTold) {
        var row = row(link, side);
        var soon = state.now().plus(A_MOMENT);
        if (!row.listedAt.isBefore(since) && row.endedAt.isAfter(state.now().minus(FRESH))) return awaitsTold && isTold(link, side) ? new Wait(soon) : new UpToNow();
        if (row.leaseEnds.isAfter(state.now()) || row.listedAt.equals(Instant.MIN) && isBeingRead(link)) return new Wait(soon);
        boolean isEarly = row.endedAt.isAfter(state.now().minus(GAP));
        return isEarly ? new Wait(row.endedAt.plus(GAP)) : begin(link, side, row);
    }

    private Listing begin(String link, Side side, Row row) {
        row.token = state.next();
        row.leaseEnds = state.now().plus(LEASE);
        return new Listing(link, side, row.token, state.now());
    }

    /** The first run lists that side by itself. */
    private boolean isBeingRead(String link) {
        return state.runs.values().stream().anyMatch(run -> run.link.equals(link) && run.kind == Runs.Kind.INITIAL && run.state == Runs.State.RUNNING && !run.walked);
    }

    /** More roots of which nothing is known but that they are there than creates are under way, for each of those tells of itself before its answer does. */
    private boolean isTold(String link, Side side) {
        long ours = state.openCreates.stream().filter(create -> create.relation.link.equals(link) && create.write.side() == side && create.write.root().isEmpty()).count();
        return state.notices.values().stream().filter(notice -> notice.id.link().equals(link) && notice.id.side() == side).filter(this::isUnknown).count() > ours;
    }

    /** One that failed already is not waited for. */
    private boolean isUnknown(NoticeRow notice) {
        return notice.isStale() && notice.attempts == 0 && !state.observations.isRoot(notice.id) && state.observations.keysOf(notice.id).isEmpty()
            && !state.relations.isPaired(notice.id);
    }

    private Row ours(Listing turn) {
        var row = row(turn.link(), turn.side());
        return row.token == turn.token() ? row : null;
    }

    @Override public boolean goesOn(Listing turn) {
        var row = ours(turn);
        if (row != null) row.leaseEnds = state.now().plus(LEASE);
        return row != null;
    }

    @Override public void listed(Listing turn, Instant began) {
        leave(turn);
        listed(turn.link(), turn.side(), began);
    }

    @Override public void listed(String link, Side side, Instant began) {
        var row = row(link, side);
        if (began.isAfter(row.listedAt)) row.listedAt = began;
        row.endedAt = state.now();
    }

    @Override public void forget(String link) {
        rows.keySet().removeIf(key -> key.link().equals(link));
        checkpoints.forget(link, INDEX);
    }

    @Override public void leave(Listing turn) {
        var row = ours(turn);
        if (row != null) row.leaseEnds = Instant.MIN;
    }
}
