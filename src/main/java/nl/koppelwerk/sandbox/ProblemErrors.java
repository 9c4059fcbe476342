package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** How a vendor by one of our assumed contracts says no: a problem document, or a line of text. */
public final class ProblemErrors {

    private final SwitchPanel switches;

    public ProblemErrors(SwitchPanel switches) {
        this.switches = switches;
    }

    public Answer answer(int status, String detail) {
        return answer(status, detail, Json.array());
    }

    public Refused refused(int status, String detail) {
        return new Refused(answer(status, detail));
    }

    public Refused invalid(ArrayNode errors) {
        return new Refused(answer(422, errors.size() + " fields were refused", errors));
    }

    /** Does what belongs to the method of a call, or says which there are. */
    public Answer by(Call call, Map<String, Supplier<Answer>> methods) {
        var work = methods.get(call.method());
        if (work == null) {
            var allowed = String.join(", ", new TreeMap<>(methods).keySet());
            return answer(405, "allowed here: " + allowed).with("Allow", allowed);
        }
        return work.get();
    }

    private Answer answer(int status, String detail, ArrayNode errors) {
        return switches.is("errors", "text") ? Answer.text(status, detail)
                : Answer.problem(status, title(status), detail, errors);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 412 -> "Precondition Failed";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Validation failed";
            case 428 -> "Precondition Required";
            case 429 -> "Too Many Requests";
            default -> "Failed";
        };
    }
}
