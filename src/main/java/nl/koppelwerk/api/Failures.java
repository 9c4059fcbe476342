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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.api.Problem.Error;
import nl.koppelwerk.flow.AnsweredInstead;
import nl.koppelwerk.flow.StoreFailure;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Wording;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what went wrong into a problem document; nothing of the inside shows in it. */
public final class Failures {

    static final int RETRY_AFTER_SECONDS = 5;
    private static final Logger LOG = Logger.getLogger(Failures.class);

    @ServerExceptionMapper
    public Response refused(Refusal refusal, HttpHeaders asked) {
        var wording = wording(asked);
        return answer(refusal.problem(wording), wording).build();
    }

    @ServerExceptionMapper
    public Response unreadable(MismatchedInputException mismatch) { return malformed(mismatch); }

    /** Nested deeper, or a name longer, than anything that a call takes. */
    @ServerExceptionMapper
    public Response beyondLimits(StreamConstraintsException beyond) { return malformed(beyond); }

    @ServerExceptionMapper
    public Response refusedByTheServer(WebApplicationException refusal, HttpHeaders asked) { return refusedByTheServer(refusal, wording(asked)); }

    static Response refusedByTheServer(WebApplicationException refusal, Wording wording) {
        if (refusal.getCause() instanceof JsonProcessingException broken) return malformed(broken);
        var status = refusal.getResponse().getStatus();
        var answer = answer(Problem.of(status, wording, detail(status).map(said -> said.in(wording)).orElse(""), List.of()), wording);
        refusal.getResponse().getHeaders().forEach((name, values) -> values.stream()
            .filter(value -> !name.toLowerCase(java.util.Locale.ROOT).startsWith("content-")).forEach(value -> answer.header(name, value)));
        return answer.build();
    }

    private static Optional<Said> detail(int status) {
        return Optional.ofNullable(switch (status) {
            case 404 -> Phrase.NOTHING_HERE;
            case 405 -> Phrase.OTHER_METHOD;
            case 406 -> Phrase.ANSWER_IS_JSON;
            case 415 -> Phrase.BODY_IS_JSON;
            default -> null;
        }).map(Phrase::said);
    }

    /** A vendor had to be asked for this answer and did not give one. */
    @ServerExceptionMapper
    public Response noVendor(AnsweredInstead instead, HttpHeaders asked) {
        return answer(503, Phrase.VENDOR_SILENT.said(), wording(asked)).header("Retry-After", RETRY_AFTER_SECONDS).build();
    }

    @ServerExceptionMapper
    public Response failed(RuntimeException failure, HttpHeaders asked) { return failed(failure, wording(asked)); }

    static Response failed(RuntimeException failure, Wording wording) {
        if (StoreFailure.mayHeal(failure)) return answer(503, Phrase.STORE_DOWN.said(), wording).header("Retry-After", RETRY_AFTER_SECONDS).build();
        if (StoreFailure.isCharacter(failure)) return answer(400, Phrase.NUL_CHARACTER.said(), wording).build();
        var number = UUID.randomUUID().toString();
        LOG.errorf(failure, "A request failed (%s)", number);
        return answer(500, Phrase.NOTED_UNDER.with("number", number), wording).build();
    }

    private static Wording wording(HttpHeaders asked) { return AcceptLanguage.of(asked.getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE)); }

    private static ResponseBuilder answer(int status, Said said, Wording wording) { return answer(Problem.of(status, wording, said.in(wording), List.of()), wording); }

    private static ResponseBuilder answer(Problem problem, Wording wording) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).header(HttpHeaders.CONTENT_LANGUAGE, wording.tag()).entity(problem);
    }

    /** The words are ours: those of the parser name classes and repeat what was sent, secrets too. For who writes programs they are English. */
    private static Response malformed(JsonProcessingException broken) {
        var error = error(broken);
        return answer(Problem.of(400, Wording.EN, error.detail(), List.of(error)), Wording.EN).build();
    }

    private static Error error(JsonProcessingException broken) {
        if (isNoJson(broken)) return new Error("", "MALFORMED", "The body is not JSON" + place(broken.getLocation()) + ".");
        var pointer = broken instanceof JsonMappingException mapping ? pointer(mapping) : "";
        if (broken instanceof UnrecognizedPropertyException unknown)
            return new Error(pointer, "UNKNOWN_MEMBER", "There is no such member; there are: " + String.join(", ", unknown.getKnownPropertyIds().stream().map(Object::toString).sorted().toList()) + ".");
        var wanted = JsonWords.of(wanted(broken));
        if (pointer.isEmpty()) return new Error("", "MALFORMED", "The body is not the JSON that this call takes" + (wanted.isEmpty() ? "." : ", which is " + wanted + " and nothing after it."));
        return new Error(pointer, "MALFORMED", "It has another type" + (wanted.isEmpty() ? "." : ": it is " + wanted + "."));
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
