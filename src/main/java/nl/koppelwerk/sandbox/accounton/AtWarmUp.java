package nl.koppelwerk.sandbox.accounton;

import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.ProblemErrors;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The first five minutes in which an office that has just begun cannot import yet, counted from its first try. */
final class AtWarmUp {

    private static final long TAKES = 300_000;
    private static final String FIRST = "first-import";

    private final Bucket kept;
    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final ProblemErrors errors;

    AtWarmUp(Bucket kept, SwitchPanel switches, SandboxClock clock, ProblemErrors errors) {
        this.kept = kept;
        this.switches = switches;
        this.clock = clock;
        this.errors = errors;
    }

    void check() {
        if (switches.is("warm-up", "none")) {
            return;
        }
        var first = kept.get(FIRST).map(record -> record.get("at").longValue()).orElseGet(this::begin);
        if (clock.millis() < first + TAKES) {
            throw errors.refused(409, "importing is being prepared for this office");
        }
    }

    void clear() {
        kept.clear();
    }

    private long begin() {
        kept.put(FIRST, Json.object().put("at", clock.millis()));
        return clock.millis();
    }
}
