package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The one envelope of REST, whose member {@code errors} changes its type with what went wrong. */
final class RestErrors implements EcoErrors {

    /** What is wrong with one property; the code may be null. */
    record Flaw(String property, String message, String code, JsonNode value) {
    }

    /** What of a body does not fit its JSON schema. */
    record Misfit(String property, String keyword, String message) {
    }

    private final SwitchPanel switches;
    private final EcoTime time;
    private final Ids ids;

    RestErrors(SwitchPanel switches, EcoTime time, Ids ids) {
        this.switches = switches;
        this.time = time;
        this.ids = ids;
    }

    @Override
    public Answer answer(int status, String message) {
        return coded(status, message, null);
    }

    Answer coded(int status, String message, String code) {
        return Answer.json(status, end(begin(status, message, code)));
    }

    Refused missing(String message) {
        return new Refused(coded(404, message, "E06000"));
    }

    Refused validation(List<Flaw> flaws) {
        var errors = Json.object();
        flaws.forEach(flaw -> errors.withObjectProperty(flaw.property()).withArrayProperty("errors").add(inner(flaw)));
        var body = begin(400, "Validation failed. " + flaws.size() + (flaws.size() == 1 ? " error" : " errors") + " found.", "E04300");
        body.set("errors", errors);
        return new Refused(Answer.json(400, end(body).put("errorCount", flaws.size())));
    }

    Refused misfits(List<Misfit> misfits) {
        if (switches.is("schema-failure", "tree-like-E04300")) {
            return validation(misfits.stream().map(one -> new Flaw(one.property(), one.message(), null, null)).toList());
        }
        var body = begin(400, "The request body does not fit the JSON schema.", null);
        if (switches.is("schema-failure", "array-with-schemaPath")) {
            var errors = body.putArray("errors");
            misfits.forEach(one -> errors.addObject().put("schemaPath", "#/properties/" + one.property().replace(".", "/properties/") + "/" + one.keyword())
                    .put("propertyName", one.property()).put("message", one.message()));
        }
        return new Refused(Answer.json(400, end(body)));
    }

    @Override
    public Answer notAPair(int status) {
        return coded(status, "The app secret token and the agreement grant token do not belong together.", "E02250");
    }

    @Override
    public Answer moduleMissing() {
        return answer(403, "The agreement lacks the module that this call needs.");
    }

    @Override
    public Answer tooMany() {
        return switch (switches.get("rate-body")) {
            case "empty" -> Answer.empty(429);
            case "problem" -> Answer.problem(429, "Too Many Requests", "the token bucket of the agreement is empty");
            default -> answer(429, "Too many requests.");
        };
    }

    @Override
    public Refused notFilterable(String property, String operator, boolean known, List<String> allowed) {
        return filter("Filtering is not allowed on property '" + property + "'.", allowed);
    }

    @Override
    public Refused unreadable(String message, List<String> allowed) {
        return filter(message, allowed);
    }

    @Override
    public Refused notSortable(String property) {
        var body = begin(400, "Could not parse query string sort.", null);
        body.putArray("errors").add("Sorting is not allowed on property '" + property + "'.");
        return new Refused(Answer.json(400, end(body)));
    }

    private Refused filter(String error, List<String> allowed) {
        var body = begin(400, "Could not parse query string filter.", null);
        body.putArray("errors").add(error);
        end(body);
        var fields = body.putArray("allowedFilteringFields");
        allowed.forEach(fields::add);
        return new Refused(Answer.json(400, body));
    }

    private ObjectNode inner(Flaw flaw) {
        var captured = switches.is("validation-names", "errorMessage+inputValue");
        var inner = Json.object().put("propertyName", flaw.property()).put(captured ? "errorMessage" : "message", flaw.message());
        if (flaw.code() != null) {
            inner.put("errorCode", flaw.code());
        }
        if (flaw.value() != null) {
            inner.set(captured ? "inputValue" : "value", flaw.value());
        }
        return inner.put("developerHint", "Look at the schema of this resource.");
    }

    private ObjectNode begin(int status, String message, String code) {
        var body = Json.object().put(status == 404 ? switches.get("not-found-member") : "message", message);
        if (code != null) {
            body.put("errorCode", code);
        }
        if (status == 401 && switches.is("unauthorized-body", "with-demo-link")) {
            body.put("demo", "https://restapi.e-conomic.com/?demo=true");
        }
        return body.put("developerHint", "See the documentation of the REST API.").put("logId", EcoIds.trace(ids)).put("httpStatusCode", status);
    }

    private ObjectNode end(ObjectNode body) {
        return body.put("logTime", time.logTime());
    }
}
