package nl.koppelwerk.house.samples.relation;

import java.time.Instant;

/** Breaks the rule that nothing pure reads the wall clock. */
public final class AsksTheClock {
    Instant moment() {
        return Instant.now();
    }
}
