package nl.koppelwerk.sandbox.adminconsult;

import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** How it says no: an {@code ErrorMessage}, or a list of one. */
final class AdcErrors {

    static final String NO_CONFIGURATION = "There is no valid configuration for token";

    private final SwitchPanel switches;

    AdcErrors(SwitchPanel switches) {
        this.switches = switches;
    }

    Answer answer(int status, String text) {
        var body = Json.object().put("ErrorMessage", text);
        return Answer.json(status, switches.is("error-body", "list") ? Json.array().add(body) : body);
    }

    Refused refused(int status, String text) {
        return new Refused(answer(status, text));
    }

    Refused nothingFound() {
        return refused(404, "Nothing found");
    }

    Refused throttling() {
        return refused(403, "You are throttling the system, please wait.");
    }

    Refused withoutRight() {
        return refused(403, NO_CONFIGURATION);
    }
}
