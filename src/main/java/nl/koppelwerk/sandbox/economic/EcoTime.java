package nl.koppelwerk.sandbox.economic;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;

/** What e-conomic's own clock says: whole seconds everywhere, and log times without a zone. */
final class EcoTime {

    private final SandboxClock clock;
    private final SwitchPanel switches;

    EcoTime(SandboxClock clock, SwitchPanel switches) {
        this.clock = clock;
        this.switches = switches;
    }

    long millis() {
        return clock.millis();
    }

    String stamp() {
        return now().toString();
    }

    String logTime() {
        return LocalDateTime.ofInstant(now(), ZoneId.of(switches.get("log-time-zone"))).toString();
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis()).plusSeconds((long) switches.number("clock-skew-s")).truncatedTo(ChronoUnit.SECONDS);
    }
}
