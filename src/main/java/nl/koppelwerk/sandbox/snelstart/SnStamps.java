package nl.koppelwerk.sandbox.snelstart;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Moments as SnelStart writes them: without a zone, in the zone of the switch, and compared so too. */
final class SnStamps {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");

    private final SwitchPanel switches;
    private final SandboxClock clock;

    SnStamps(SwitchPanel switches, SandboxClock clock) {
        this.switches = switches;
        this.clock = clock;
    }

    /** The system's own clock. */
    long now() {
        return clock.millis() + (long) switches.number("clock-skew-s") * 1000;
    }

    ZoneId zone() {
        return ZoneId.of(switches.get("modified-on-zone"));
    }

    LocalDateTime local(long millis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), zone());
    }

    /** A variable fraction loses the zeros at its end. */
    String text(long millis) {
        var time = local(millis);
        return switch (switches.get("modified-on-fraction")) {
            case "none" -> time.format(SECONDS);
            case "three-digits" -> time.format(MILLIS);
            default -> time.format(MILLIS).replaceFirst("\\.000$|(\\.\\d*[1-9])0+$", "$1");
        };
    }
}
