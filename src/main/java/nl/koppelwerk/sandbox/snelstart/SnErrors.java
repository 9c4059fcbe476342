package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** How SnelStart and the gateway before it say no. */
final class SnErrors {

    private static final String HTML = "<!DOCTYPE html><html><head><title>Fout</title></head><body><h1>Er ging iets mis</h1></body></html>";

    private final SwitchPanel switches;

    SnErrors(SwitchPanel switches) {
        this.switches = switches;
    }

    /** Broken business rules: all at once, in an array. */
    Refused flaws(SnFlaws flaws) {
        return new Refused(Answer.json(400, flaws.json()));
    }

    Refused flaw(String code, String message) {
        var flaws = new SnFlaws();
        flaws.add(code, message);
        return flaws(flaws);
    }

    /** Refuses if a rule is broken. */
    void judge(Consumer<SnFlaws> rules) {
        var flaws = new SnFlaws();
        rules.accept(flaws);
        if (!flaws.none()) {
            throw flaws(flaws);
        }
    }

    /** Values that do not fit the model. */
    Answer modelState(ObjectNode modelState) {
        return Answer.json(400, Json.object().put("message", "The request is invalid.").set("modelState", modelState));
    }

    Refused unsupportedType() {
        return new Refused(Answer.json(415, message("this media type is not taken")));
    }

    Refused notFound() {
        return new Refused(notFoundAnswer());
    }

    Answer notFoundAnswer() {
        return switches.is("not-found-body", "empty") ? Answer.empty(404) : Answer.json(404, Json.object().put("Message", "Niet gevonden."));
    }

    /** The token is missing, not ours or has ended. */
    Answer unauthorized() {
        return switch (switches.get("expired-token-body")) {
            case "apim-json" -> gateway(401, "Unauthorized. Access token is missing or invalid.");
            case "message-object" -> Answer.json(401, message("Authorization has been denied for this request."));
            default -> Answer.empty(401);
        };
    }

    /** A scope is missing. */
    Answer forbidden() {
        return switches.is("forbidden-body", "empty") ? Answer.empty(403) : Answer.json(403, message("Forbidden"));
    }

    Answer broken(int status) {
        return switch (switches.get("server-error-body")) {
            case "message-object" -> Answer.json(status, message("An error has occurred."));
            case "html" -> Answer.of(status, "text/html; charset=utf-8", HTML.getBytes(StandardCharsets.UTF_8));
            default -> Answer.empty(status);
        };
    }

    /** The gateway's own form. */
    Answer gateway(int status, String text) {
        return Answer.json(status, Json.object().put("statusCode", status).put("message", text));
    }

    /** Too much in a minute, in an hour or at the same time; the seconds stand where the switch has them. */
    Answer tooMany(int status, long seconds) {
        var tells = switches.is("retry-after", "absent") ? "" : " Try again in " + seconds + " seconds.";
        var answer = gateway(status, (status == 403 ? "Out of call volume quota." : "Rate limit is exceeded.") + tells);
        return switches.is("retry-after", "present") ? answer.with("Retry-After", String.valueOf(seconds)) : answer;
    }

    /** As a scripted fault wants it. */
    Answer scripted(int status, String text) {
        return switch (status) {
            case 401 -> unauthorized();
            case 403 -> forbidden();
            case 404 -> notFoundAnswer();
            case 429 -> gateway(429, "Rate limit is exceeded.");
            default -> status >= 500 ? broken(status) : Answer.json(status, message(text));
        };
    }

    static ObjectNode message(String text) {
        return Json.object().put("message", text);
    }
}
