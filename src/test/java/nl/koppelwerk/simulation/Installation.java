package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

import nl.koppelwerk.ledger.Ledger;

/** One hub: its ledger, its workers, one clock and one source of chance, and the offices whose links it works. */
final class Installation {

    static final Instant START = Instant.parse("2026-03-02T08:00:00.250Z");
    /** Many times what a run takes that comes to rest. */
    private static final int MOST_EVENTS = 300_000;
    final Random random;
    final Timeline time;
    final Ledger ledger;
    final Trace trace;
    final Crew crew;
    final Function<World, Cast> casting;
    final List<Finding> failures = new ArrayList<>();
    final Tally.Counted counted = new Tally.Counted();
    private final Map<String, World> offices = new LinkedHashMap<>();
    /** Looks know of the creates that were in doubt. */
    final boolean watches;
    private int ids;
    private int events;
    String lastClaimed = "";

    Installation(Timeline time, Ledger ledger, Random random, Function<World, Cast> casting, boolean traced, boolean watches) {
        this.time = time;
        this.ledger = ledger;
        this.random = random;
        this.casting = casting;
        this.watches = watches;
        this.trace = new Trace(time, traced);
        this.crew = new Crew(this, 1 + random.nextInt(4));
    }

    /** A link of an office of its own, at two vendors of its own. */
    World open(long seed) {
        var world = new World(this, seed);
        offices.put(world.link, world);
        return world;
    }

    World office(String link) { return offices.get(link); }

    Iterable<World> offices() { return offices.values(); }

    String id(String prefix) { return prefix + "-" + ++ids; }

    /** What throws is a defect, whoever it is. */
    void guard(String about, Runnable step, Runnable end) {
        try {
            step.run();
        } catch (RuntimeException thrown) {
            failures.add(new Finding("nothing throws", about, thrown + " at " + List.of(thrown.getStackTrace()).subList(0, Math.min(6, thrown.getStackTrace().length))));
            end.run();
        }
    }

    private boolean isEndless() {
        if (++events < MOST_EVENTS) return false;
        if (events == MOST_EVENTS) failures.add(new Finding("liveness", lastClaimed, "it is looked at without end"));
        return true;
    }

    void runFor(Duration span) {
        var until = time.instant().plus(span);
        while (true) {
            var next = time.next();
            var claim = crew.nextClaim();
            boolean claimsFirst = claim != null && !claim.isAfter(next) && !claim.isAfter(until);
            if (claimsFirst) time.moveTo(claim);
            if (isEndless()) return;
            if (claimsFirst && crew.claim()) continue;
            if (next.isAfter(until)) break;
            time.runNext();
        }
        time.moveTo(until);
    }
}
