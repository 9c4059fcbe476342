package nl.koppelwerk.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
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
        var answer = answer(Problem.of(status, "", List.of()));
        refusal.getResponse().getHeaders().forEach((name, values) -> values.stream()
            .filter(value -> !name.toLowerCase(java.util.Locale.ROOT).startsWith("content-")).forEach(value -> answer.header(name, value)));
        return answer.build();
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
        var pointer = broken instanceof JsonMappingException mapping ? pointer(mapping) : "";
        var fault = broken instanceof com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException
            ? new Fault(pointer, "UNKNOWN_MEMBER", "There is no such member.")
            : new Fault(pointer, "MALFORMED", pointer.isEmpty() ? "The body is not the JSON that this call takes." : "It has another type.");
        return Problem.of(400, fault.detail(), List.of(fault));
    }

    private static String pointer(JsonMappingException mapping) {
        var pointer = new StringBuilder();
        for (var step : mapping.getPath()) pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : Pointer.escaped(step.getFieldName()));
        return pointer.toString();
    }
}
