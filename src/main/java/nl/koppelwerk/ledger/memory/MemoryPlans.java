package nl.koppelwerk.ledger.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.Set;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Plans;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Selection;
import nl.koppelwerk.ledger.memory.MemoryState.RootId;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Past;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.reconcile.Planner;
import nl.koppelwerk.reconcile.Preview;
import nl.koppelwerk.reconcile.Restore;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.reconcile.Wanted;
import nl.koppelwerk.relation.Phrase;

final class MemoryPlans implements Plans {

    /** Whoever stood elsewhere in an import was not in it, and nothing was chosen for him. */
    private static final Set<Bucket> OF_ONE = Set.of(Bucket.ONLY_IN_IMPORT, Bucket.DUPLICATE);

    private final MemoryState state;
    private final MemoryNotices notices;

    MemoryPlans(MemoryState state, MemoryNotices notices) {
        this.state = state;
        this.notices = notices;
    }

    @Override public Run begin(String link, Asked asked, String by) {
        var run = new RunRow(state.id("run"), link, asked.planner() instanceof Preview ? Runs.Kind.PREVIEW : Runs.Kind.RESTORE, by, state.now());
        run.state = Runs.State.PLANNING;
        run.asked = asked;
        state.runs.put(run.id, run);
        return run.shown();
    }

    @Override public List<Making> claim(int most) {
        state.runs.values().forEach(this::endUnread);
        return state.runs.values().stream().filter(run -> run.state == Runs.State.PLANNING && !run.leaseEnds.isAfter(state.now()) && isRead(run)).limit(most).map(this::claimed).toList();
    }

    private boolean isRead(RunRow run) { return !(run.asked.planner() instanceof Preview preview) || state.runs.get(preview.reads()).state == Runs.State.DONE; }

    /** What was not read to its end is no ground for a plan. */
    private void endUnread(RunRow run) {
        if (run.state != Runs.State.PLANNING || !(run.asked.planner() instanceof Preview preview)) return;
        var read = state.runs.get(preview.reads()).state;
        if (read != Runs.State.CANCELLED && read != Runs.State.FAILED) return;
        run.end(Runs.State.FAILED, state.now());
        run.why = Phrase.READ_ENDED_BADLY.with("run", preview.reads()).kept();
    }

    private Making claimed(RunRow run) {
        run.token = state.next();
        run.leaseEnds = state.leaseFromNow();
        return new Making(run.shown(), run.asked);
    }

    @Override public List<Ground> next(Making making, int most) {
        var run = ours(making);
        var only = run.asked.relation().isEmpty() ? null : state.relations.find(run.asked.relation());
        return state.relations.all().stream().filter(row -> row.link.equals(run.link) && row.id.compareTo(run.position) > 0)
            .filter(row -> only == null || only == row).filter(row -> isMeant(row, run.asked.planner()))
            .limit(most).map(row -> new Ground(row.id, past(row, run.asked.planner()))).toList();
    }

    private static boolean isMeant(RelationRow row, Planner planner) {
        return !(planner instanceof Restore restore) || row.lives.stream().anyMatch(life -> life.written() && restore.isSince(life));
    }

    private Past past(RelationRow row, Planner planner) {
        var seen = new EnumMap<Side, Sighting>(Side.class);
        for (var side : Side.values()) {
            var stored = row.rootId(side) == null ? null : state.observations.find(row.rootId(side));
            if (stored != null) seen.put(side, stored.sighting());
        }
        if (planner instanceof Preview preview) seen.computeIfPresent(Side.SOURCE, (side, then) -> read(row.rootId(Side.SOURCE), then, preview));
        return new Past(row.pair, seen, List.copyOf(row.lives), made(row), row.reasons, before(row), List.of());
    }

    /** A row of the reading run that told nothing new was seen by it all the same. */
    private Sighting read(RootId root, Sighting then, Preview preview) {
        return then.askedAt().isBefore(preview.since()) && state.runs.get(preview.reads()).met(root) ? then.asOf(preview.since()) : then;
    }

    @Override public List<Sighting> shown(Making making, Side side, MatchKey key) {
        if (!(making.asked().planner() instanceof Preview preview)) return List.of();
        return state.observations.search(making.run().link(), side, List.of(key), (root, one) -> true).keySet().stream()
            .map(root -> new RootId(making.run().link(), side, root)).filter(state.observations::isRoot)
            .map(root -> read(root, state.observations.find(root).sighting(), preview)).toList();
    }

    private Optional<Past.Before> before(RelationRow row) {
        return state.runs.values().stream().filter(run -> run.kind == Runs.Kind.PREVIEW && (run.state == Runs.State.APPLYING || run.state == Runs.State.DONE))
            .flatMap(run -> run.items.stream()).filter(item -> OF_ONE.contains(item.drawn.plan().bucket()) && state.relations.find(item.drawn.relation()) == row).reduce((one, later) -> later)
            .map(item -> new Past.Before(item.drawn.plan(), item.chosen));
    }

    private static List<Past.Made> made(RelationRow row) {
        var newest = new LinkedHashMap<String, Past.Made>();
        row.deliveries.stream().filter(sent -> sent.state == DeliveryRow.State.DONE && sent.write.action() == Step.Action.CREATE)
            .forEach(sent -> newest.put(sent.write.side() + sent.write.target(), new Past.Made(sent.write.side(), sent.write.part(), sent.startedAt)));
        return List.copyOf(newest.values());
    }

    @Override public void planned(Making making, String upTo, List<Drawn> drawn) {
        var run = ours(making);
        drawn.forEach(one -> run.items.add(new RunRow.ItemRow(state.id("item"), one)));
        run.position = upTo;
        run.leaseEnds = state.leaseFromNow();
    }

    @Override public void rests(Making making) { ours(making).leaseEnds = Instant.MIN; }

    @Override public void ready(Making making, String why) {
        var run = ours(making);
        run.state = Runs.State.PLANNED;
        run.leaseEnds = Instant.MIN;
        run.why = why;
        run.total = run.items.size();
    }

    private RunRow ours(Making making) {
        var run = state.runs.get(making.run().id());
        if (run.token != making.run().token() || run.state != Runs.State.PLANNING) throw new IllegalStateException("the plan is no longer this worker's");
        return run;
    }

    @Override public Map<Bucket, Integer> buckets(String run) {
        var buckets = new EnumMap<Bucket, Integer>(Bucket.class);
        all(run).forEach(item -> buckets.merge(item.plan().bucket(), 1, Integer::sum));
        return buckets;
    }

    @Override public List<Item> items(String run, Bucket bucket, String afterId, int most) {
        return all(run).filter(item -> item.id().compareTo(afterId) > 0 && (bucket == null || bucket == item.plan().bucket())).limit(most).toList();
    }

    @Override public List<Item> items(String run, List<String> ids) { return all(run).filter(item -> ids.contains(item.id())).toList(); }

    private Stream<Item> all(String run) {
        var row = state.runs.get(run);
        return row == null ? Stream.of() : row.items.stream().map(item -> item(row, item));
    }

    private Item item(RunRow run, RunRow.ItemRow item) {
        var relation = state.relations.find(item.drawn.relation());
        return new Item(item.id, relation == null ? item.drawn.relation() : relation.id, "", item.left == null ? item.drawn.plan() : item.left, item.root != null, run.outcomes.get(item.root));
    }

    @Override public boolean apply(String id, Selection selection, String by) {
        var run = state.runs.get(id);
        if (run == null || run.state != Runs.State.PLANNED) return false;
        run.state = Runs.State.APPLYING;
        run.walked = true;
        run.why = "";
        for (var item : run.items) {
            if (selection.means(item(run, item))) want(run, item, selection, by);
            if (selection.lacksQuestionnaire(item(run, item))) item.left = item.drawn.plan().withoutQuestionnaire();
        }
        run.total = (int) run.items.stream().filter(item -> item.root != null).count();
        run.endWhenComplete(state.now());
        return true;
    }

    private void want(RunRow run, RunRow.ItemRow row, Selection selection, String by) {
        var relation = state.relations.find(row.drawn.relation());
        if (relation == null) return;
        var item = item(run, row);
        if (selection.imported() != null) {
            row.chosen = item.plan().fields().stream().filter(field -> selection.means(item, field)).map(Planned::subject).collect(Collectors.toSet());
            relation.want(run.id, selection.carry(item, state.id("wanted"), by, state.now()));
        }
        if (selection.cut().contains(row.id)) relation.want(run.id, new Wanted.Cut(state.id("wanted"), by, state.now()));
        if (selection.imported() == null) for (var one : item.plan().fields()) if (selection.means(item, one)) relation.want(run.id, put(one, by));
        row.root = relation.rootId(relation.pair.root(Side.SOURCE).isPresent() ? Side.SOURCE : Side.TARGET);
        notices.place(row.root, new Hint(run.link, row.root.side(), row.root.root(), Lane.BACKFILL, "plan", false, "", run.id), false, run.id);
    }

    private Wanted put(Planned one, String by) {
        return new Wanted.Put(state.id("wanted"), by, state.now(), one.side(), one.record(), one.part(), one.field(), one.value(), one.held(), one.other(), false);
    }
}
