package nl.koppelwerk.sandbox.adminpulse;

import java.util.OptionalLong;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** How AdminPulse says no: which statuses there are is documented, what stands in the body is not. */
final class ApErrors {

    private final SwitchPanel switches;

    ApErrors(SwitchPanel switches) {
        this.switches = switches;
    }

    Answer answer(int status, String text) {
        return switch (switches.get("error-body")) {
            case "empty" -> Answer.empty(status);
            case "problem" -> Answer.problem(status, "Refused", text);
            default -> Answer.json(status, Json.object().put("message", text));
        };
    }

    Refused refused(int status, String text) {
        return new Refused(answer(status, text));
    }

    /** Refuses where there is a time to wait. */
    void unlessFree(OptionalLong wait) {
        wait.ifPresent(seconds -> {
            var full = answer(429, "480 calls a minute");
            throw new Refused(switches.is("retry-after", "present") ? full.with("Retry-After", String.valueOf(seconds)) : full);
        });
    }
}
