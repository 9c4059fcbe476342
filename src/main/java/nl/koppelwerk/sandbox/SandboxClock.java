package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time the vendors live in: real time, or shifted, or faster. Two programs that know {@code anchorReal},
 * {@code anchorTime} and {@code speed} agree on it: {@code anchorTime + (real - anchorReal) * speed}.
 */
public final class SandboxClock {

    private final Bucket settings;
    private long anchorReal;
    private long anchorTime;
    private double speed;

    SandboxClock(Bucket settings) {
        this.settings = settings;
        var kept = settings.get("clock");
        anchorReal = kept.map(clock -> clock.get("anchorReal").longValue()).orElseGet(System::currentTimeMillis);
        anchorTime = kept.map(clock -> clock.get("anchorTime").longValue()).orElse(anchorReal);
        speed = kept.map(clock -> clock.get("speed").doubleValue()).orElse(1.0);
    }

    public long millis() {
        return anchorTime + (long) ((System.currentTimeMillis() - anchorReal) * speed);
    }

    /** How long a real timer must run for this much time to pass here; at least one millisecond. */
    public long realMillis(Duration here) {
        return Math.max(1, (long) (here.toMillis() / speed));
    }

    /** Goes on at another speed; with an offset the time jumps to real time plus it, without one nothing jumps. */
    void run(double newSpeed, Optional<Long> offsetSeconds) {
        var real = System.currentTimeMillis();
        anchorTime = offsetSeconds.map(offset -> real + offset * 1000).orElseGet(this::millis);
        anchorReal = real;
        speed = newSpeed;
        settings.put("clock", state());
    }

    double speed() {
        return speed;
    }

    ObjectNode state() {
        return Json.object().put("now", Instant.ofEpochMilli(millis()).toString()).put("speed", speed)
                .put("anchorReal", anchorReal).put("anchorTime", anchorTime);
    }
}
