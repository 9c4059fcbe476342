package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.Random;

/**
 * How bad the world of one run is; all chances are per call, per webhook or per step.
 *
 * @param expands        what a listing of Tribe shows of a root's contacts comes with the root
 * @param childTouches   a change of an address moves the stamp of its root
 * @param addressHooks   a change of an address is told by a webhook of its own
 * @param obstinacy      a field that is written is silently kept as it was
 */
record Quirks(double lostBefore, double lostAfter, double throttled, double hookDropped, double hookTwice, double shiftedPage,
              double echo, double reformat, double obstinacy, double death, double freeze, Duration visibility, boolean expands,
              boolean childTouches, boolean addressHooks) {

    static Quirks of(Random random) {
        double bad = random.nextInt(4) == 0 ? 0 : random.nextDouble();
        return new Quirks(0.05 * bad, 0.06 * bad, 0.03 * bad, 0.2 * bad, 0.3 * bad, 0.2 * bad, random.nextDouble(),
            random.nextBoolean() ? 0 : 0.15, random.nextInt(3) > 0 ? 0 : 0.02, 0.02 * bad, 0.004 * bad,
            random.nextInt(3) > 0 ? Duration.ZERO : Duration.ofMillis(500 + random.nextInt(random.nextBoolean() ? 5_000 : 60_000)), random.nextInt(4) > 0,
            random.nextBoolean(), random.nextBoolean());
    }

    /** The same vendors on a good day: their habits stay, their failures end. */
    Quirks calm() {
        return new Quirks(0, 0, 0, 0, 0, 0, echo, reformat, obstinacy, 0, 0, visibility, expands, childTouches, addressHooks);
    }
}
