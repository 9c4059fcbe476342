package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;

/**
 * Creates that reach the vendor long after the hub has given them up: a request that was lost on its way and lands minutes to hours
 * later, and a worker that freezes between its intent and the socket and thaws after its lease. Drawn from a chance of its own, so
 * that the histories in which nothing lands late are the same with and without it.
 */
final class LateLandings {

    private final World world;
    private final Random random;
    private final double lands;
    private final double freezes;
    int landed;
    /** Ids of what was made so. */
    final Set<String> made = new HashSet<>();
    /** Ids of what a worker made that had been frozen between its intent and the socket. */
    final Set<String> thawed = new HashSet<>();

    LateLandings(World world) {
        this.world = world;
        this.random = new Random(world.seed * 31 + 7);
        boolean isBad = random.nextBoolean();
        this.lands = isBad ? 0.7 * random.nextDouble() : 0;
        this.freezes = isBad ? 0.02 * random.nextDouble() : 0;
    }

    /** A request that was lost may land after all. */
    void mayLand(Step step, String key) {
        if (step instanceof Step.Repeat again) mayLand(again.delivery().write(), key);
        else if (isCreate(step) && random.nextDouble() < lands) world.time.after(later(), landing((Step.Write) step, key));
    }

    private Duration later() {
        return random.nextBoolean() ? Duration.ofSeconds(20 + random.nextInt(3600)) : Duration.ofMinutes(60 + random.nextInt(21 * 60));
    }

    /** A number that is another's by then is not simulated: nobody could tell that the request was not meant for it. */
    private Runnable landing(Step.Write write, String key) {
        var to = world.vendor(write.side()).record(write.root());
        return () -> { if (to.equals(world.vendor(write.side()).record(write.root()))) land(write, key); };
    }

    private void land(Step.Write write, String key) {
        world.writes++;
        landed++;
        world.trace.say(write.root().isEmpty() ? write.reference() : write.root(), "lands late: " + Telling.of(write));
        if (world.vendor(write.side()).write(write, world.time.instant(), key) instanceof Answer.Done done) made.add(done.id());
    }

    /** How long the worker is frozen before it sends, longer than its lease. */
    Optional<Duration> freeze(Step.Write write) {
        boolean isFrozen = isCreate(write) && world.quirks.freeze() > 0 && random.nextDouble() < freezes;
        return isFrozen ? Optional.of(Duration.ofSeconds(65 + random.nextInt(400))) : Optional.empty();
    }

    private static boolean isCreate(Step step) { return step instanceof Step.Write write && write.action() == Step.Action.CREATE; }
}
