package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.Random;

import nl.koppelwerk.ledger.Accounts.Limits;

/**
 * How bad the world of one office is; all chances are per call, per webhook or per step.
 *
 * @param refused        the vendor refuses the content of a write
 * @param revoked        the chance that a vendor refuses the account for a while, once in a run
 * @param expands        what a listing of Tribe shows of a root's contacts comes with the root
 * @param childTouches   a change of an address moves the stamp of its root
 * @param addressHooks   a change of an address is told by a webhook of its own
 * @param obstinacy      a field that is written is silently kept as it was
 * @param skew           how far the vendors' clocks run ahead of the hub's; negative where they are behind
 * @param brake          the setting of the link; 0 leaves it to its default
 */
record Quirks(double lostBefore, double lostAfter, double throttled, double refused, double revoked, double hookDropped, double hookTwice,
              double shiftedPage, double echo, double reformat, double obstinacy, double death, double freeze, Duration visibility,
              boolean expands, boolean childTouches, boolean addressHooks, Duration skew, Limits limits, int brake) {

    static Quirks of(Random random) {
        double bad = random.nextInt(4) == 0 ? 0 : random.nextDouble();
        return new Quirks(0.05 * bad, 0.06 * bad, 0.03 * bad, random.nextInt(3) > 0 ? 0 : 0.03 * bad, random.nextInt(4) > 0 ? 0 : 0.7, 0.2 * bad, 0.3 * bad,
            0.2 * bad, random.nextDouble(), random.nextBoolean() ? 0 : 0.15, random.nextInt(3) > 0 ? 0 : 0.02, 0.02 * bad, 0.004 * bad,
            random.nextInt(3) > 0 ? Duration.ZERO : Duration.ofMillis(500 + random.nextInt(random.nextBoolean() ? 5_000 : 60_000)),
            random.nextInt(4) > 0, random.nextBoolean(), random.nextBoolean(),
            random.nextInt(3) > 0 ? Duration.ZERO : Duration.ofMillis(random.nextInt(240_000) - 120_000), limits(random), brake(random));
    }

    private static Limits limits(Random random) {
        if (random.nextInt(3) > 0) return new Limits(0, 0, 0);
        return new Limits(20 + random.nextInt(200), random.nextBoolean() ? 0 : 1_000 + random.nextInt(2_000), random.nextBoolean() ? 0 : 1 + random.nextInt(6));
    }

    private static int brake(Random random) { return random.nextInt(4) > 0 ? 1_000 : random.nextInt(4); }

    /** The same vendors on a good day: their habits stay, their failures end. */
    Quirks calm() {
        return new Quirks(0, 0, 0, 0, 0, 0, 0, 0, echo, reformat, obstinacy, 0, 0, visibility, expands, childTouches, addressHooks, skew, limits, brake);
    }
}
