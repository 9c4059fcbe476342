package nl.koppelwerk.sandbox.advocaatcentraal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Moments as AdvocaatCentraal writes them: their precision and their zone. */
final class AcStamps {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Amsterdam");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");

    private final SwitchPanel switches;
    private final SandboxClock clock;

    AcStamps(SwitchPanel switches, SandboxClock clock) {
        this.switches = switches;
        this.clock = clock;
    }

    /** The system's own clock, cut to its precision. */
    long now() {
        var now = clock.millis() + (long) switches.number("clock-skew-s") * 1000;
        return now - Math.floorMod(now, step());
    }

    String text(long millis) {
        var local = switches.is("time-zone", "local-without-zone");
        var time = Instant.ofEpochMilli(millis - Math.floorMod(millis, step())).atZone(local ? OFFICE : ZoneOffset.UTC);
        return time.format(switches.is("time-precision", "milliseconds") ? MILLIS : SECONDS) + (local ? "" : "Z");
    }

    long millis(String text) {
        try {
            return text.endsWith("Z") ? Instant.parse(text).toEpochMilli() : LocalDateTime.parse(text).atZone(OFFICE).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw new Refused(Answer.problem(400, "Bad Request", "modifiedSince is not a moment as this system writes them: " + text));
        }
    }

    private long step() {
        return switch (switches.get("time-precision")) {
            case "minutes" -> 60_000;
            case "milliseconds" -> 1;
            default -> 1000;
        };
    }
}
