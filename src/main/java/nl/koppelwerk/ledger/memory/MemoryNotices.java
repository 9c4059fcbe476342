package nl.koppelwerk.ledger.memory;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.memory.MemoryState.RootId;
import nl.koppelwerk.reconcile.Settlement.Visit;

final class MemoryNotices implements Notices {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    static final Duration A_LITTLE = Duration.ofMillis(500);

    private final MemoryState state;
    private final MemoryRuns runs;
    private final Turns turns;

    MemoryNotices(MemoryState state, MemoryRuns runs) {
        this.state = state;
        this.runs = runs;
        this.turns = new Turns(state);
    }

    @Override public void accept(List<Hint> hints) {
        for (var hint : hints) if (!state.links.containsKey(hint.link())) throw new IllegalArgumentException("no link " + hint.link());
        hints.forEach(this::accept);
    }

    private void accept(Hint hint) {
        state.formerIds.told(new RootId(hint.link(), hint.side(), hint.record()), hint.was());
        boolean first = true;
        for (var root : roots(hint)) {
            var id = new RootId(hint.link(), hint.side(), root);
            // one root tells the outcome of the run's row; what was observed is the record itself, not the roots it is a part of
            place(id, hint, hint.observed() && root.equals(hint.record()), first ? hint.run() : "");
            first = false;
        }
    }

    private Set<String> roots(Hint hint) {
        var record = new RootId(hint.link(), hint.side(), hint.record());
        var roots = new LinkedHashSet<String>();
        if (state.observations.isRoot(record) || state.relations.isRoot(record)) roots.add(hint.record());
        roots.addAll(state.observations.rootsOfPart(record));
        return roots.isEmpty() ? Set.of(hint.record()) : roots;
    }

    /** A hint for a root itself, past the part index. */
    void place(RootId root, Hint hint, boolean observed, String run) {
        place(root, hint, observed, run.isEmpty() ? List.of() : List.of(run));
    }

    void place(RootId root, Hint hint, boolean observed, List<String> counting) {
        var notice = state.notices.computeIfAbsent(root, NoticeRow::new);
        notice.take(hint, laneOf(hint), observed, state.next(), dueOf(root, !observed));
        counting.forEach(run -> count(notice, run));
    }

    private void count(NoticeRow notice, String run) {
        if (runs.hinted(run, notice.id)) notice.runs.put(run, notice.generation);
    }

    private Lane laneOf(Hint hint) {
        return hint.lane() == Lane.COLLECTED && !state.links.get(hint.link()).collects ? Lane.LIVE : hint.lane();
    }

    /** A root that waits to be looked at is looked at then at the latest; one that is being looked at sees to it itself. */
    void visit(String link, Visit visit) {
        var root = new RootId(link, visit.side(), visit.root());
        var notice = state.notices.get(root);
        if (visit.at() == null) place(root, Hint.of(link, visit.side(), visit.root(), "twin"), false, "");
        else if (notice == null) state.notices.computeIfAbsent(root, NoticeRow::new).take(watch(link, visit), Lane.BACKFILL, true, state.next(), visit.at());
        else if (!notice.isLeased(state.now()) && visit.at().isBefore(notice.due)) notice.due = visit.at();
    }

    private static Hint watch(String link, Visit visit) {
        return new Hint(link, visit.side(), visit.root(), Lane.BACKFILL, "watch", true, "", "");
    }

    /** At once, but what is told again right after it was read waits a little, so that a burst about one root costs two looks. */
    private Instant dueOf(RootId root, boolean stale) {
        if (mayBeOurOwn(root)) return state.now().plus(A_MOMENT);
        var seen = stale ? state.observations.find(root) : null;
        if (seen == null || seen.sighting().askedAt().isAfter(state.now())) return state.now();
        return later(state.now(), seen.sighting().askedAt().plus(A_LITTLE));
    }

    /** An id that nobody knows while a create is open there: what we are making tells of itself before the answer does. */
    private boolean mayBeOurOwn(RootId root) {
        return !state.relations.isRoot(root) && state.openCreates.stream()
            .anyMatch(create -> create.relation.link.equals(root.link()) && create.write.side() == root.side());
    }

    @Override public List<Claim> claim(int most) { return turns.next(most); }

    @Override public Set<Long> renew(Collection<Claim> claims) {
        var ours = claims.stream().map(state::claimed).filter(Objects::nonNull).toList();
        ours.forEach(notice -> notice.renew(state.leaseFromNow()));
        return ours.stream().map(notice -> notice.token).collect(toSet());
    }

    @Override public void putBack(Claim claim, Instant due) {
        var notice = state.claimed(claim);
        if (notice == null) return;
        notice.release(notice.generation == claim.generation() ? due : state.now());
    }

    @Override public Instant nextDue() {
        return state.notices.values().stream().map(this::dueAt).filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
    }

    private Instant dueAt(NoticeRow notice) {
        var link = state.links.get(notice.id.link());
        if (link.state != Links.State.ACTIVE && link.state != Links.State.STOPPED || notice.lane == Lane.COLLECTED) return null;
        var due = notice.isLeased(state.now()) ? notice.leaseEnds : notice.due;
        if (link.state == Links.State.STOPPED) due = later(due, link.probeAt);
        if (notice.lane == Lane.BACKFILL) due = later(due, link.quietUntil);
        return later(due, MemoryAccounts.backOff(state, link));
    }

    private static Instant later(Instant one, Instant other) { return other != null && other.isAfter(one) ? other : one; }

    @Override public void release(String link) { release(state, link); }

    static void release(MemoryState state, String link) { collected(state, link).forEach(notice -> notice.lane = Lane.LIVE); }

    private static List<NoticeRow> collected(MemoryState state, String link) {
        return state.notices.values().stream().filter(notice -> notice.id.link().equals(link) && notice.lane == Lane.COLLECTED).toList();
    }

    @Override public void releaseTo(Runs.Run run) {
        for (var notice : collected(state, run.link())) {
            notice.lane = Lane.BACKFILL;
            count(notice, run.id());
        }
    }

    @Override public Instant now() { return state.now(); }
}
