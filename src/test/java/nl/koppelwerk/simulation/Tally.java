package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

import nl.koppelwerk.link.Side;

/** What all seeds of one test together went through. */
final class Tally {

    private final LongAdder seeds = new LongAdder();
    private final LongAdder offices = new LongAdder();
    private final LongAdder seconds = new LongAdder();
    private final LongAdder edits = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder looks = new LongAdder();
    private final LongAdder calls = new LongAdder();
    private final LongAdder withinLimit = new LongAdder();
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
    private final LongAdder putBackUnseen = new LongAdder();
    private final LongAdder twins = new LongAdder();
    private final LongAdder restored = new LongAdder();
    private final LongAdder chosen = new LongAdder();

    /** What judges excused or only looked at, in one run. */
    static final class Counted {

        /** Edits that fell into the stated limit, and the longest time between such a read and its write. */
        int withinLimit;
        long longestMillis;
        /** Edits that put back what stood before a write that nobody had seen. */
        int putBackUnseen;
        /** Records that are there twice and were reported. */
        int twins;
        /** What was let be restored, and was done. */
        int restored;
    }

    Simulation add(Simulation simulation) {
        var hub = simulation.hub;
        seeds.increment();
        seconds.add(Duration.between(Installation.START, hub.time.instant()).toSeconds());
        hub.offices().forEach(this::add);
        withinLimit.add(hub.counted.withinLimit);
        longest.accumulate(hub.counted.longestMillis);
        putBackUnseen.add(hub.counted.putBackUnseen);
        twins.add(hub.counted.twins);
        restored.add(hub.counted.restored);
        return simulation;
    }

    private void add(World office) {
        offices.increment();
        writes.add(office.writes);
        looks.add(office.looks);
        office.cast.season().ifPresent(season -> chosen.add(season.choices.size()));
        office.accounts.values().forEach(account -> calls.add(account.calls.size()));
        for (var side : Side.values()) edits.add(edits(office.vendor(side)));
    }

    private static long edits(SimulatedVendor vendor) {
        return vendor.history.roots().stream().flatMap(root -> vendor.history.of(root).stream()).filter(state -> !state.isByHub()).count();
    }

    long restored() { return restored.sum(); }

    /** What people chose from previews, client by client. */
    long chosen() { return chosen.sum(); }

    /** @param span how long the machine took */
    String told(Duration span) {
        long count = Math.max(1, seeds.sum());
        return ("%d seeds in %d s = %d a minute; per seed: %.1f offices, %.1f simulated days, %d edits and births by people, %d looks, %d calls, %d writes of the hub; "
            + "%d edits fell between a read and its write (at most %d ms apart), %d put back what stood before a write that no look had seen, %d records that are there twice were reported, %d values were restored, %d clients were chosen from previews")
            .formatted(seeds.sum(), span.toSeconds(), seeds.sum() * 60_000 / Math.max(1, span.toMillis()),
                (double) offices.sum() / count, seconds.sum() / 86_400.0 / count, edits.sum() / count, looks.sum() / count, calls.sum() / count, writes.sum() / count,
                withinLimit.sum(), longest.get(), putBackUnseen.sum(), twins.sum(), restored.sum(), chosen.sum());
    }
}
