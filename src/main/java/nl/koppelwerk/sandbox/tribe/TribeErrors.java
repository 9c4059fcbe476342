package nl.koppelwerk.sandbox.tribe;

import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** How Tribe says no, in the form of the switch {@code error-body}. */
final class TribeErrors {

    private final SwitchPanel switches;

    TribeErrors(SwitchPanel switches) {
        this.switches = switches;
    }

    Answer answer(int status, String message) {
        return switch (switches.get("error-body")) {
            case "text" -> Answer.text(status, message);
            case "empty" -> Answer.empty(status);
            default -> {
                var error = Json.object();
                error.putObject("error").put("code", String.valueOf(status)).put("message", message);
                yield Answer.json(status, error);
            }
        };
    }

    Refused refused(int status, String message) {
        return new Refused(answer(status, message));
    }
}
