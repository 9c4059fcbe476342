package nl.koppelwerk.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.api.Problem.Fault;
import nl.koppelwerk.flow.AnsweredInstead;
import nl.koppelwerk.flow.StoreFailure;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what went wrong into a problem document; nothing of the inside shows in it. */
public final class Failures {

    static final int RETRY_AFTER_SECONDS = 5;
    private static final Logger LOG = Logger.getLogger(Failures.class);

    @ServerExceptionMapper
    public Response refused(Refusal refusal) { return answer(refusal.problem()).build(); }

    @ServerExceptionMapper
    public Response unreadable(MismatchedInputException mismatch) { return answer(malformed(mismatch)).build(); }

    /** Nested deeper, or a name longer, than anything that a call takes. */
    @ServerExceptionMapper
    public Response beyondLimits(StreamConstraintsException beyond) { return answer(malformed(beyond)).build(); }

    @ServerExceptionMapper
    public Response refusedByTheServer(WebApplicationException refusal) {
        if (refusal.getCause() instanceof JsonProcessingException broken) return answer(malformed(broken)).build();
        var status = refusal.getResponse().getStatus();
        var answer = answer(Problem.of(status, detail(status), List.of()));
        refusal.getResponse().getHeaders().forEach((name, values) -> values.stream()
            .filter(value -> !name.toLowerCase(java.util.Locale.ROOT).startsWith("content-")).forEach(value -> answer.header(name, value)));
        return answer.build();
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address; every call is described at /q/openapi.";
            case 405 -> "This address does not take that method; Allow names those that it takes.";
            case 406 -> "The answer is JSON (application/json), and a file of a run is CSV or XLSX by its name.";
            case 415 -> "A body is JSON, with Content-Type: application/json; a sheet is text/csv, application/octet-stream or the type of XLSX.";
            default -> "";
        };
    }

    /** A vendor had to be asked for this answer and did not give one. */
    @ServerExceptionMapper
    public Response noVendor(AnsweredInstead instead) {
        return answer(Problem.of(503, "The vendor does not answer now.", List.of())).header("Retry-After", RETRY_AFTER_SECONDS).build();
    }

    @ServerExceptionMapper
    public Response failed(RuntimeException failure) {
        if (StoreFailure.mayHeal(failure)) return answer(storeIsDown()).header("Retry-After", RETRY_AFTER_SECONDS).build();
        if (StoreFailure.isCharacter(failure)) return answer(Problem.of(400, "It holds the character U+0000, which no name, id or setting can have.", List.of())).build();
        var number = UUID.randomUUID().toString();
        LOG.errorf(failure, "A request failed (%s)", number);
        return answer(Problem.of(500, "It was noted under " + number + ".", List.of())).build();
    }

    static Problem storeIsDown() { return Problem.of(503, "The database does not answer; nothing was accepted.", List.of()); }

    private static ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }

    /** The words are ours: those of the parser name classes and repeat what was sent, secrets too. */
    private static Problem malformed(JsonProcessingException broken) {
        var fault = fault(broken);
        return Problem.of(400, fault.detail(), List.of(fault));
    }

    private static Fault fault(JsonProcessingException broken) {
        if (isNoJson(broken)) return new Fault("", "MALFORMED", "The body is not JSON" + place(broken.getLocation()) + ".");
        var pointer = broken instanceof JsonMappingException mapping ? pointer(mapping) : "";
        if (broken instanceof UnrecognizedPropertyException unknown)
            return new Fault(pointer, "UNKNOWN_MEMBER", "There is no such member; there are: " + String.join(", ", unknown.getKnownPropertyIds().stream().map(Object::toString).sorted().toList()) + ".");
        var wanted = JsonWords.of(wanted(broken));
        if (pointer.isEmpty()) return new Fault("", "MALFORMED", "The body is not the JSON that this call takes" + (wanted.isEmpty() ? "." : ", which is " + wanted + " and nothing after it."));
        return new Fault(pointer, "MALFORMED", "It has another type" + (wanted.isEmpty() ? "." : ": it is " + wanted + "."));
    }

    /** Null where nobody says. */
    private static Class<?> wanted(JsonProcessingException broken) {
        if (broken instanceof MismatchedInputException mismatch) return mismatch.getTargetType();
        return broken.getCause() instanceof InputCoercionException tooLarge ? tooLarge.getTargetType() : null;
    }

    /** The parser stumbled while a member was read, whose name then stands in the path and has nothing to do with it. */
    private static boolean isNoJson(Throwable broken) {
        for (var cause = broken; cause != null; cause = cause.getCause())
            if (cause instanceof StreamReadException && !(cause instanceof InputCoercionException)) return true;
        return false;
    }

    private static String place(JsonLocation at) { return at == null || at.getLineNr() < 1 ? "" : " (near line " + at.getLineNr() + ", column " + at.getColumnNr() + ")"; }

    private static String pointer(JsonMappingException mapping) {
        var pointer = new StringBuilder();
        for (var step : mapping.getPath()) pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : Pointer.escaped(step.getFieldName()));
        return pointer.toString();
    }
}
