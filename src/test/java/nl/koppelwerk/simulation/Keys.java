package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import nl.koppelwerk.reconcile.Answer;

/** Idempotency keys as a vendor keeps them: for so long the same key is answered with the first answer. */
final class Keys {

    private final InstantSource clock;
    private final Duration life;
    private final Map<String, Kept> kept = new HashMap<>();

    private record Kept(Instant until, Answer answer) {}

    Keys(InstantSource clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    /** Null where it is not known any more. */
    Answer made(String key) {
        var found = kept.get(key);
        return found == null || found.until().isBefore(clock.instant()) ? null : found.answer();
    }

    Answer keep(String key, Answer answer) {
        kept.put(key, new Kept(clock.instant().plus(life), answer));
        return answer;
    }
}
