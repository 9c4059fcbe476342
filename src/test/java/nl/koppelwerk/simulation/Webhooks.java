package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.List;

import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.link.Side;

/** Tribe's webhooks: late, twice, out of order or never. */
final class Webhooks {

    private static final int LATEST_MILLIS = 40_000;
    private final World world;

    Webhooks(World world) { this.world = world; }

    void tell(List<String> records) { records.forEach(this::tell); }

    private void tell(String record) {
        if (record.startsWith("a-") && !world.quirks.addressHooks()) return;
        if (world.random.nextDouble() < world.quirks.hookDropped()) return;
        deliver(record);
        if (world.random.nextDouble() < world.quirks.hookTwice()) deliver(record);
    }

    private void deliver(String record) {
        world.time.after(Duration.ofMillis(20 + world.random.nextInt(LATEST_MILLIS)), () -> {
            world.trace.say(record, "webhook");
            world.ledger.notices().accept(List.of(Hint.of(world.link, Side.TARGET, record, "webhook")));
        });
    }
}
