package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Kind;

/** One seed from its first relation to the verdict. */
final class Simulation {

    /** Longer than the whole retry schedule of one failed call. */
    private static final int MOST_ROUNDS = 12;
    final World world;

    private Simulation(long seed, boolean traced) { this.world = new World(seed, traced); }

    static Simulation run(long seed, boolean traced) {
        var simulation = new Simulation(seed, traced);
        simulation.run();
        return simulation;
    }

    List<Finding> failures() { return world.failures; }

    private void run() {
        settle();
        world.time.moveTo(world.time.instant().plusSeconds(60));
        world.crawl.begin();
        work();
        world.quirks = world.quirks.calm();
        calmDown();
        if (!world.failures.isEmpty()) return;
        judge();
        if (world.failures.isEmpty()) lookAtAllAgain();
    }

    /** What both vendors hold when the link is activated. */
    private void settle() {
        for (int i = 8 + world.random.nextInt(7); i > 0; i--) {
            var root = world.people.births().atSource();
            if (world.random.nextInt(12) == 0) world.people.births().atTarget(root, world.ac.history.now(root).relation().kind());
        }
        if (world.random.nextBoolean()) world.people.births().atTarget("", Kind.ORGANISATION);
    }

    private void work() {
        int span = 1 + world.random.nextInt(30);
        for (int i = 30 + world.random.nextInt(60); i > 0; i--)
            world.time.after(Duration.ofSeconds(1 + world.random.nextInt(span * 3600)), world.people::act);
        if (world.random.nextInt(5) == 0) world.time.after(Duration.ofMinutes(world.random.nextInt(span * 60)), this::remap);
        if (world.random.nextBoolean()) world.time.after(Duration.ofMinutes(world.random.nextInt(span * 60)), world.office::answerSome);
        world.runFor(Duration.ofHours(span).plusMinutes(15));
    }

    private void remap() {
        world.map(world.random.nextBoolean());
        world.crawl.run(Runs.Kind.FULL);
    }

    /** No more edits, no more faults: whatever waits has bounded time to end. */
    private void calmDown() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (round < 3) {
                world.crawl.run(Runs.Kind.PERIODIC);
                world.runFor(Duration.ofHours(2));
                world.office.answerSome();
                world.office.replayAll();
            }
            world.runFor(Duration.ofHours(round < 3 ? 1 : 12));
            if (round > 1 && isQuiet()) return;
        }
        world.failures.add(new Finding("liveness", "", "notices wait after " + MOST_ROUNDS + " rounds: " + world.ledger.notices().nextDue()));
    }

    private boolean isQuiet() { return world.ledger.notices().nextDue() == null && world.crawl.isQuiet(); }

    private void judge() {
        new EditsJudge(world).judge();
        new IdentityJudge(world).judge();
        new DestructionJudge(world).judge();
        new CauseJudge(world).judge();
        new EqualityJudge(world, false).judge();
    }

    /** Once quiet, looking at everything again changes nothing. */
    private void lookAtAllAgain() {
        int before = world.writes;
        var hints = new ArrayList<Hint>();
        for (var side : Side.values())
            world.vendor(side).history.roots().forEach(root -> hints.add(Hint.of(world.link, side, root, "sync")));
        world.ledger.notices().accept(hints);
        world.crawl.run(Runs.Kind.FULL);
        world.runFor(Duration.ofHours(1));
        if (world.writes > before) world.failures.add(new Finding("no write without a cause", "", (world.writes - before) + " writes in a pass over what was quiet"));
        if (!isQuiet()) world.failures.add(new Finding("liveness", "", "a pass over what was quiet does not end"));
        new EqualityJudge(world, true).judge();
        new BalanceJudge(world).judge();
        if (world.failures.isEmpty()) new EchoJudge(world).judge();
    }
}
