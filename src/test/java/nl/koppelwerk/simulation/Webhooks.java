package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.List;

import nl.koppelwerk.ledger.Hint;

/** A vendor's webhooks: late, twice, out of order or never. */
final class Webhooks {

    private static final int LATEST_MILLIS = 40_000;
    private final World world;

    Webhooks(World world) { this.world = world; }

    /** @param hints what one call comes to */
    void tell(String about, List<Hint> hints) {
        if (world.random.nextDouble() < world.quirks.hookDropped()) return;
        deliver(about, hints);
        if (world.random.nextDouble() < world.quirks.hookTwice()) deliver(about, hints);
    }

    private void deliver(String about, List<Hint> hints) {
        world.time.after(Duration.ofMillis(20 + world.random.nextInt(LATEST_MILLIS)), () -> {
            world.trace.say(about, "webhook");
            world.ledger.notices().accept(hints);
        });
    }
}
