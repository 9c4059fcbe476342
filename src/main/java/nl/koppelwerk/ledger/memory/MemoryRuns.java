package nl.koppelwerk.ledger.memory;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Outcome;

/**
 * Rows read are what was known at once plus what was hinted, never a number of their own: so a page that is walked again
 * after a crash is counted once, and the balance adds up at every moment.
 */
final class MemoryRuns implements Runs {

    private final MemoryState state;

    MemoryRuns(MemoryState state) { this.state = state; }

    @Override public Run start(String link, Kind kind, int size, String by) {
        return state.runs.values().stream().filter(run -> run.link.equals(link) && run.kind == kind && run.isOpen())
            .findFirst().orElseGet(() -> begun(link, kind, size, by)).shown();
    }

    RunRow begun(String link, Kind kind, int size, String by) {
        var run = new RunRow(state.id("run"), link, kind, by, state.now());
        run.size = size;
        state.runs.put(run.id, run);
        return run;
    }

    @Override public Optional<Run> find(String run) { return Optional.ofNullable(state.runs.get(run)).map(RunRow::shown); }

    @Override public List<Run> of(String link, String afterId, int most) {
        return state.runs.values().stream().filter(run -> run.link.equals(link) && run.id.compareTo(afterId) > 0)
            .limit(most).map(RunRow::shown).toList();
    }

    @Override public List<Run> claim(int most) {
        return state.runs.values().stream().filter(this::mayBeClaimed).limit(most).map(this::claimed).toList();
    }

    private boolean mayBeClaimed(RunRow run) {
        return run.state == State.RUNNING && !run.walked && run.kind != Kind.IMPORT && !run.leaseEnds.isAfter(state.now())
            && (state.isActive(run.link) || run.kind.surveys() && state.links.get(run.link).state != Links.State.STOPPED);
    }

    Run claimed(RunRow run) {
        run.token = state.next();
        run.newPage();
        run.leaseEnds = state.leaseFromNow();
        return run.shown();
    }

    @Override public boolean renew(Run claim) {
        var run = state.runs.get(claim.id());
        if (run.token != claim.token() || run.state != State.RUNNING) return false;
        run.leaseEnds = state.leaseFromNow();
        return true;
    }

    @Override public void walked(Run claim, int read, Map<Outcome, Integer> known, Integer total) {
        var run = ours(claim);
        known.forEach(run::count);
        if (total != null) run.total = total;
        run.pageWalked();
    }

    @Override public Missing missing(Run claim, Side side) {
        var run = ours(claim);
        int brake = MemoryLinks.brake(state, state.links.get(run.link));
        var unseen = state.relations.all().stream().filter(relation -> relation.link.equals(run.link) && isUnseen(relation, side, run))
            .collect(Collectors.partitioningBy(relation -> relation.pair.isPaired() || relation.isHeldAsTwin(), Collectors.mapping(relation -> relation.rootId(side).root(), Collectors.toList())));
        var paired = unseen.get(true);
        var alone = run.kind == Kind.READ && side == Side.TARGET ? unseen.get(false).stream().sorted(longestUnseen(run, side)).limit(brake) : Stream.<String>of();
        return paired.size() > brake ? new Missing(List.of(), paired.size()) : of(Stream.concat(paired.stream().sorted(), alone).toList());
    }

    /** Those that live although no listing shows them are not asked for at the cost of others. */
    private Comparator<String> longestUnseen(RunRow run, Side side) {
        return Comparator.comparing((String root) -> state.observations.find(new MemoryState.RootId(run.link, side, root)).sighting().askedAt()).thenComparing(Comparator.naturalOrder());
    }

    private static Missing of(List<String> roots) { return new Missing(roots, roots.size()); }

    private boolean isUnseen(RelationRow relation, Side side, RunRow run) {
        var root = relation.rootId(side);
        return root != null && !relation.pair.gone().contains(side) && !run.met(root) && isOld(root, run);
    }

    private boolean isOld(MemoryState.RootId root, RunRow run) {
        var stored = state.observations.find(root);
        return stored != null && stored.sighting().askedAt().isBefore(run.startedAt);
    }

    @Override public void walkedAll(Run claim, String why) {
        var run = ours(claim);
        run.walked = true;
        run.why = why;
        run.endWhenComplete(state.now());
    }

    @Override public void change(String id, State newState, String why) {
        var run = state.runs.get(id);
        run.why = why;
        run.leaseEnds = Instant.MIN;
        if (newState == State.CANCELLED) state.relations.all().forEach(relation -> relation.wantNoMoreOf(id));
        if (newState == State.RUNNING || newState == State.PAUSED) run.state = newState;
        else run.end(newState, state.now());
        run.endWhenComplete(state.now());
    }

    /** True when the run had not placed a notice for this root yet. */
    boolean hinted(String id, MemoryState.RootId root) {
        var run = state.runs.get(id);
        if (run == null || !run.hinted.add(root)) return false;
        run.waiting++;
        return true;
    }

    void ended(String id, MemoryState.RootId root, Outcome outcome) {
        var run = state.runs.get(id);
        run.ends(root, outcome);
        run.endWhenComplete(state.now());
    }

    /** Runs that wait for a look at one of its roots: what any look does is theirs too. */
    Set<String> waitingFor(RelationRow relation) {
        return state.runs.values().stream().filter(run -> run.link.equals(relation.link) && roots(relation).anyMatch(run::waitsFor)).map(run -> run.id).collect(Collectors.toSet());
    }

    private static Stream<MemoryState.RootId> roots(RelationRow relation) { return Arrays.stream(Side.values()).map(relation::rootId).filter(Objects::nonNull); }

    /** @param asked runs that have asked for the look themselves, and count its outcome */
    void wrote(RelationRow relation, Outcome outcome, Set<String> asked) {
        for (var id : waitingFor(relation)) {
            var run = state.runs.get(id);
            if (!asked.contains(id)) roots(relation).filter(run::waitsFor).forEach(root -> run.wrote(root, outcome));
        }
    }

    /** Another look than the item's own may carry out what the run wanted of it: the item takes what became of that. */
    void cameTo(String id, RelationRow relation, Outcome outcome) {
        var run = state.runs.get(id);
        if (run == null) return;
        run.items.stream().filter(item -> item.root != null && state.relations.find(item.drawn.relation()) == relation)
            .forEach(item -> run.cameTo(item.root, outcome));
    }

    private RunRow ours(Run claim) {
        var run = state.runs.get(claim.id());
        if (run.token != claim.token()) throw new IllegalStateException("the run is no longer this worker's");
        return run;
    }
}
