package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.koppelwerk.ledger.Plans.Asked;
import nl.koppelwerk.ledger.Plans.Item;
import nl.koppelwerk.ledger.Selection;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.reconcile.Restore;
import nl.koppelwerk.reconcile.Wanted;
import nl.koppelwerk.reconcile.Wanted.Put;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.simulation.World.Told;

/** The person who wants things as they were: plans to restore them, and a while later applies the plan or a part of it, whatever happened since. */
final class Regret {

    private final World world;
    private final Random random;
    private final Instant start;
    final List<Applied> applied = new ArrayList<>();
    /** What looks were told is wanted, by its id. */
    private final Map<String, Put> known = new HashMap<>();

    Regret(World world) {
        this.world = world;
        // Of its own, so that a seed without regret goes as it would without this class; scattered, for the first draws of near seeds are alike.
        this.random = new Random(world.seed * 0x9E3779B97F4A7C15L);
        this.start = world.time.instant();
    }

    /**
     * What was let be done: one field of one record.
     *
     * @param planned when the plan was made
     */
    record Applied(Instant planned, Instant at, Side side, String root, String partId, Field<?> field, Value<?> value, Value<?> held, Value<?> other) {}

    void plan(int hours) {
        if (random.nextBoolean()) return;
        for (int i = 1 + random.nextInt(4); i > 0; i--) world.time.after(Duration.ofMinutes(random.nextInt(hours * 60)), () -> world.guard("regret", this::begin, () -> { }));
    }

    private void begin() { begin(asked()); }

    /** A whole run is to be undone. */
    void undo(String run) { world.guard("regret", () -> begin(new Asked(new Restore(null, run, ""), "")), () -> { }); }

    private void begin(Asked asked) {
        var run = world.ledger.plans().begin(world.link, asked, "office");
        var planned = world.time.instant();
        world.trace.say("", "person plans to restore " + run.id());
        world.drafting.makeAll();
        world.time.after(Duration.ofSeconds(random.nextInt(90 * 60)), () -> world.guard("regret", () -> apply(run.id(), planned), () -> { }));
    }

    private Asked asked() {
        var runs = world.ledger.runs().of(world.link, "", 1000).stream().filter(run -> run.state() != Runs.State.PLANNED).toList();
        if (random.nextInt(3) == 0 && !runs.isEmpty()) return new Asked(new Restore(null, runs.get(random.nextInt(runs.size())).id(), ""), "");
        var span = Duration.between(start, world.time.instant());
        var moment = start.plusSeconds(random.nextInt((int) Math.max(1, span.toSeconds())));
        return new Asked(new Restore(moment, "", random.nextInt(4) == 0 ? "phone" : ""), "");
    }

    private void apply(String run, Instant madeAt) {
        var items = world.ledger.plans().items(run, null, "", 10_000);
        var selection = random.nextBoolean() ? new Selection(null, Map.of(), List.of()) : some(items);
        for (var item : items)
            for (var planned : item.plan().fields()) if (selection.means(item) && selection.means(item, planned)) remember(world.drafting.pair(run, item), planned, madeAt);
        world.ledger.plans().apply(run, selection, "office");
    }

    private Selection some(List<Item> items) {
        var chosen = items.stream().filter(item -> random.nextBoolean()).toList();
        var fields = new HashMap<String, List<String>>();
        for (var item : chosen)
            if (random.nextInt(3) == 0) fields.put(item.id(), item.plan().fields().stream().map(Planned::subject).filter(subject -> random.nextBoolean()).toList());
        return new Selection(chosen.stream().map(Item::id).toList(), fields, List.of());
    }

    private void remember(Pair planFor, Planned planned, Instant madeAt) {
        var pair = world.books.of(planFor);
        var partId = planned.part().equals(PartKey.ROOT) ? "" : pair.partners(planned.part()).map(partners -> partners.on(planned.side())).orElse("");
        var root = pair.root(planned.side()).orElse("");
        if (world.vendor(planned.side()).history.of(root).isEmpty()) return;
        world.trace.say(root, "person restores " + planned.side() + " " + planned.subject() + " = " + planned.value().text() + " in place of " + planned.held().text());
        applied.add(new Applied(madeAt, world.time.instant(), planned.side(), root, partId, planned.field(), planned.value(), planned.held(), planned.other()));
    }

    void knows(List<Wanted> wanted) {
        for (var one : wanted) if (one instanceof Put put) known.put(put.id(), put);
    }

    /** When a look was done with it, one way or the other; the end of time while none was. */
    Instant ended(Applied one) {
        return world.told.stream().filter(told -> told.settlement().wanted().keySet().stream().map(known::get).anyMatch(put -> put != null && isOf(put, one)))
            .map(Told::at).min(Instant::compareTo).orElse(Instant.MAX);
    }

    private boolean isOf(Put put, Applied one) {
        return put.at().equals(one.at()) && put.side() == one.side() && (one.partId().isEmpty() ? world.vendor(put.side()).record(put.record()).equals(one.root()) : put.record().equals(one.partId())) && put.field().equals(one.field()) && put.value().equals(one.value());
    }

    /** Somebody let that value be put there. */
    boolean wanted(Side side, String root, String partId, Field<?> field, Value<?> value, Instant before) {
        return applied.stream().anyMatch(one -> !one.at().isAfter(before) && one.side() == side && one.root().equals(root) && one.partId().equals(partId)
            && isFedWith(one, field) && Held.same(one.value(), value));
    }

    private boolean isFedWith(Applied one, Field<?> field) {
        var state = world.vendor(one.side()).history.of(one.root()).get(0);
        return new Twins(world).together(state.relation(), one.partId(), one.field()).contains(field);
    }
}
