package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** What all seeds of this JVM together went through. */
final class Tally {

    private static final LongAdder SEEDS = new LongAdder();
    private static final LongAdder OFFICES = new LongAdder();
    private static final LongAdder SECONDS = new LongAdder();
    private static final LongAdder EDITS = new LongAdder();
    private static final LongAdder WRITES = new LongAdder();
    private static final LongAdder LOOKS = new LongAdder();
    private static final LongAdder CALLS = new LongAdder();

    private Tally() { }

    static void add(Installation hub) {
        SEEDS.increment();
        SECONDS.add(Duration.between(Installation.START, hub.time.instant()).toSeconds());
        hub.offices().forEach(Tally::add);
    }

    private static void add(World office) {
        OFFICES.increment();
        WRITES.add(office.writes);
        LOOKS.add(office.looks);
        office.accounts.values().forEach(account -> CALLS.add(account.calls.size()));
        EDITS.add(edits(office.ac) + edits(office.tribe));
    }

    private static long edits(SimulatedVendor vendor) {
        return vendor.history.roots().stream().flatMap(root -> vendor.history.of(root).stream()).filter(state -> !state.isByHub()).count();
    }

    /** @param span how long the machine took */
    static String told(Duration span) {
        long seeds = Math.max(1, SEEDS.sum());
        return ("%d seeds in %d s = %d a minute; per seed: %.1f offices, %.1f simulated days, %d edits and births by people, %d looks, %d calls, %d writes of the hub; "
            + "%d edits fell between a read and its write (at most %d ms apart), %d put back what stood before a write that no look had seen").formatted(SEEDS.sum(), span.toSeconds(), SEEDS.sum() * 60_000 / Math.max(1, span.toMillis()),
            (double) OFFICES.sum() / seeds, SECONDS.sum() / 86_400.0 / seeds, EDITS.sum() / seeds, LOOKS.sum() / seeds, CALLS.sum() / seeds, WRITES.sum() / seeds,
            EditsJudge.WITHIN_LIMIT.get(), EditsJudge.LONGEST_MILLIS.get(),
            EditsJudge.PUT_BACK_UNSEEN.get());
    }
}
