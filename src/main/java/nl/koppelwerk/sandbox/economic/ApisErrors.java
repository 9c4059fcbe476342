package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;

/** Problem documents of the services on the newer host, with codes as words and the properties that are to blame. */
final class ApisErrors implements EcoErrors {

    /** What is wrong with one property. */
    record Flaw(String property, String message, String code) {
    }

    private static final Map<Integer, String> CODES = Map.of(400, "BadRequest", 401, "Unauthorized", 403, "Forbidden", 404, "ResourceNotFound",
            405, "MethodNotAllowed", 415, "UnsupportedMediaType", 429, "TooManyRequests", 500, "InternalServerError");
    private static final Map<Integer, String> SECTIONS = Map.of(400, "15.5.1", 401, "15.5.2", 403, "15.5.4", 404, "15.5.5", 405, "15.5.6",
            409, "15.5.10", 415, "15.5.16", 500, "15.6.1");

    private final EcoTime time;
    private final Ids ids;

    ApisErrors(EcoTime time, Ids ids) {
        this.time = time;
        this.ids = ids;
    }

    @Override
    public Answer answer(int status, String title) {
        return problem(status, title, CODES.getOrDefault(status, "Error"), List.of());
    }

    Refused invalid(List<Flaw> flaws) {
        return new Refused(problem(400, "One or more validation errors occurred.", flaws.get(0).code(), flaws));
    }

    Refused conflict() {
        var text = "The resource has been updated by another user.";
        return new Refused(problem(409, text, "UpdateConflict", List.of(new Flaw("objectVersion", text, "UpdateConflict"))));
    }

    @Override
    public Answer notAPair(int status) {
        return problem(status, "The app secret token and the agreement grant token do not belong together.", "E02250", List.of());
    }

    @Override
    public Answer moduleMissing() {
        return problem(403, "Missing modules: API", "AccessDeniedAgreementMissingModules", List.of());
    }

    @Override
    public Answer tooMany() {
        return answer(429, "Too many requests.");
    }

    @Override
    public Refused notFilterable(String property, String operator, boolean known, List<String> allowed) {
        return filter(known ? "Operator $" + operator + ": not supported on property " + property : "Filtering is not allowed on property '" + property + "'", property);
    }

    @Override
    public Refused unreadable(String message, List<String> allowed) {
        return filter(message, "filter");
    }

    @Override
    public Refused notSortable(String property) {
        return invalid(List.of(new Flaw(property, "Sorting is not allowed on property '" + property + "'", "BadRequest")));
    }

    private Refused filter(String message, String property) {
        return new Refused(problem(400, "The filter was rejected.", "BadFilterRequest", List.of(new Flaw(property, message, "BadFilterRequest"))));
    }

    private Answer problem(int status, String title, String code, List<Flaw> flaws) {
        var body = Json.object().put("type", "https://tools.ietf.org/html/rfc9110#section-" + SECTIONS.getOrDefault(status, "15.5"))
                .put("title", title).put("status", status).put("traceId", EcoIds.trace(ids)).put("errorCode", code).put("traceTimeUtc", time.stamp());
        return Answer.of(status, "application/problem+json", Json.bytes(flaws.isEmpty() ? body : with(body, flaws)));
    }

    private static ObjectNode with(ObjectNode body, List<Flaw> flaws) {
        var errors = body.putArray("errors");
        flaws.forEach(flaw -> errors.addObject().put("message", flaw.message()).put("errorCode", flaw.code()).put("property", flaw.property()));
        return body;
    }
}
