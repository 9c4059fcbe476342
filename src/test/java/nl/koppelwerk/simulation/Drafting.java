package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import nl.koppelwerk.ledger.Plans.Drawn;
import nl.koppelwerk.ledger.Plans.Ground;
import nl.koppelwerk.ledger.Plans.Item;
import nl.koppelwerk.ledger.Plans.Making;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Plan;

/** Makes plans page by page, as {@code flow.Planning} has it; one that is made at leisure may be left between any two pages. */
final class Drafting {

    private final World world;
    private final Map<String, List<Sketch>> drawn = new HashMap<>();

    Drafting(World world) { this.world = world; }

    private record Sketch(String relation, Plan plan, Pair pair) {}

    /** Who was planned by that item; a relation that was taken in by another since is known by its plan. */
    Pair pair(String run, Item item) {
        var same = drawn.get(run).stream().filter(sketch -> sketch.plan().equals(item.plan())).toList();
        return same.stream().filter(sketch -> sketch.relation().equals(item.relation())).reduce((older, newer) -> newer).orElse(same.get(0)).pair();
    }

    /** Whatever waits is made at once. */
    void makeAll() { for (var making : world.ledger.plans().claim(9)) of(making).make(making); }

    void goOn() { for (var making : world.ledger.plans().claim(9)) of(making).then(making); }

    private Drafting of(Making making) { return world.hub.office(making.run().link()).drafting; }

    private void make(Making making) {
        boolean goesOn = true;
        while (goesOn) goesOn = page(making);
    }

    private void then(Making making) {
        if (world.random.nextDouble() < world.quirks.death()) return;
        world.time.after(Duration.ofMillis(1 + world.random.nextInt(50)), () -> world.guard("plan", () -> { if (page(making)) then(making); }, () -> { }));
    }

    /** @return false when all of it is planned */
    private boolean page(Making making) {
        var page = world.ledger.plans().next(making, 3);
        if (page.isEmpty()) world.ledger.plans().ready(making, "");
        else world.ledger.plans().planned(making, page.get(page.size() - 1).relation(), drawn(making, page));
        return !page.isEmpty();
    }

    private List<Drawn> drawn(Making making, List<Ground> page) {
        var all = new ArrayList<Drawn>();
        for (var ground : page) {
            var pair = ground.past().pair();
            var side = pair.root(Side.SOURCE).isPresent() ? Side.SOURCE : Side.TARGET;
            making.asked().planner().plan(ground.past(), world.rules, (at, key) -> world.ledger.plans().shown(making, at, key)).ifPresent(plan -> {
                drawn.computeIfAbsent(making.run().id(), absent -> new ArrayList<>()).add(new Sketch(ground.relation(), plan, pair));
                all.add(new Drawn(ground.relation(), side, pair.root(side).orElseThrow(), plan));
            });
        }
        return all;
    }
}
