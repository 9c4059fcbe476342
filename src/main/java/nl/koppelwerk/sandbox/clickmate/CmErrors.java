package nl.koppelwerk.sandbox.clickmate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Clickmate's way of saying no: a problem document, or a line of text. */
final class CmErrors {

    private static final Map<Integer, String> TITLES = Map.of(400, "Bad Request", 401, "Unauthorized", 403, "Forbidden", 404, "Not Found",
            405, "Method Not Allowed", 412, "Precondition Failed", 415, "Unsupported Media Type", 422, "Validation failed",
            428, "Precondition Required", 429, "Too Many Requests");

    private final SwitchPanel switches;

    CmErrors(SwitchPanel switches) {
        this.switches = switches;
    }

    Answer answer(int status, String detail) {
        return answer(status, detail, Json.array());
    }

    Refused refused(int status, String detail) {
        return new Refused(answer(status, detail));
    }

    Refused invalid(ArrayNode errors) {
        return new Refused(answer(422, errors.size() + " fields were refused", errors));
    }

    private Answer answer(int status, String detail, ArrayNode errors) {
        return switches.is("errors", "text") ? Answer.text(status, detail)
                : Answer.problem(status, TITLES.getOrDefault(status, "Failed"), detail, errors);
    }
}
