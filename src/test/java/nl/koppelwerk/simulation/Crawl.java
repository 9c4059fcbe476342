package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import nl.koppelwerk.flow.Walk;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.Side;

/** What begins by the clock: polls, sweeps, the daily comparison, and runs whose walker died. */
final class Crawl {

    private final World world;

    Crawl(World world) { this.world = world; }

    void begin() {
        if (world.cast.season().isEmpty()) flow();
        every(Duration.ofMinutes(1), this::resume);
    }

    private void flow() {
        run(Runs.Kind.INITIAL);
        every(Duration.ofMinutes(5), () -> walk(new SimulatedWalk(world, null, listings(Side.SOURCE))));
        every(Duration.ofMinutes(15), () -> walk(new SimulatedWalk(world, null, listings(Side.TARGET))));
        every(Duration.ofHours(24), () -> run(Runs.Kind.PERIODIC));
    }

    private void every(Duration interval, Runnable what) {
        world.time.after(interval, () -> {
            if (world.crawls && (interval.toMinutes() == 1 || !isBeingRead())) what.run();
            every(interval, what);
        });
    }

    void run(Runs.Kind kind) {
        world.ledger.runs().start(world.link, kind, "schedule");
        resume();
    }

    void resume() {
        for (var run : world.ledger.runs().claim(9)) walk(of(world.hub.office(run.link()), run));
        world.certifier.goOn();
        world.drafting.goOn();
    }

    private static SimulatedWalk of(World world, Runs.Run run) { return new SimulatedWalk(world, run, world.crawl.all(run)); }

    private List<Walk.Listing> all(Runs.Run run) {
        var all = new ArrayList<Walk.Listing>();
        boolean reads = run.kind() == Runs.Kind.READ;
        if (reads || run.kind() == Runs.Kind.INITIAL && world.cast.type().meetsAcquaintances())
            world.vendor(Side.TARGET).listings().forEach(name -> all.add(new Walk.Listing(Side.TARGET, name, true)));
        if (reads) all.addAll(listings(Side.TARGET));
        all.addAll(listings(Side.SOURCE));
        if (!reads && run.kind() != Runs.Kind.INITIAL) all.addAll(listings(Side.TARGET));
        return all;
    }

    private List<Walk.Listing> listings(Side side) {
        return world.vendor(side).listings().stream().map(name -> new Walk.Listing(side, name)).toList();
    }

    private static void walk(SimulatedWalk walk) { walk.begin(); }

    /** While a first run reads everything, a poll would read the same pages again. */
    private boolean isBeingRead() {
        return world.ledger.runs().of(world.link, "", 1000).stream()
            .anyMatch(run -> run.state() == Runs.State.RUNNING && run.kind() == Runs.Kind.INITIAL && !run.walked());
    }

    boolean isQuiet() {
        return world.ledger.runs().of(world.link, "", 1000).stream().noneMatch(run -> List.of(Runs.State.RUNNING, Runs.State.APPLYING, Runs.State.PAUSED, Runs.State.PLANNING).contains(run.state()));
    }
}
