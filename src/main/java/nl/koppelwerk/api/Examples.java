package nl.koppelwerk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.relation.Wording;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Puts an example into every call of the description, and what each call may be refused with. */
@OpenApiFilter(RunStage.BUILD)
public class Examples implements OASFilter {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<Integer, String> REFUSALS = Map.of(400, "Malformed, or a member that nobody knows.", 401, "No login, or a wrong one.",
        403, "The role does not reach.", 404, "Not there, or of another office.", 503, "The database does not answer; nothing was accepted.");
    private static final Map<Integer, String> REFUSALS_OF_CHANGES = Map.of(409, "Not in this state.", 422, "Understood and refused; every reason at once.");

    private final JsonNode examples = read();

    @Override public Operation filterOperation(Operation operation) {
        var example = examples.path(operation.getOperationId());
        if (example.isMissingNode()) return operation;
        if (operation.getRequestBody() != null) put(operation.getRequestBody().getContent(), example.get("request"));
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") || status.equals("303")) put(content(response), example.get("response"));
        });
        REFUSALS.forEach((status, why) -> refusal(operation, status, why));
        if (operation.getRequestBody() != null) REFUSALS_OF_CHANGES.forEach((status, why) -> refusal(operation, status, why));
        example.path("refused").fields().forEachRemaining(own -> refusal(operation, Integer.parseInt(own.getKey()), own.getValue().asText()));
        return operation;
    }

    private static Content content(APIResponse response) {
        if (response.getContent() == null) response.setContent(OASFactory.createContent());
        if (response.getContent().getMediaTypes() == null || response.getContent().getMediaTypes().isEmpty())
            response.getContent().addMediaType("application/json", OASFactory.createMediaType());
        return response.getContent();
    }

    /** The rows of a sheet are shown where it is a text. */
    private static void put(Content content, JsonNode example) {
        if (content == null || example == null) return;
        content.getMediaTypes().forEach((name, type) -> {
            if (!example.isTextual() || name.startsWith("text/")) type.setExample(plain(example));
        });
    }

    private static void refusal(Operation operation, int status, String why) {
        var problem = Problem.of(status, Wording.EN, why, List.of());
        var type = OASFactory.createMediaType().schema(OASFactory.createSchema().ref(ProblemSchema.REF)).example(plain(MAPPER.valueToTree(problem)));
        operation.getResponses().addAPIResponse(Integer.toString(status), OASFactory.createAPIResponse().description(why)
            .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, type)));
    }

    private static Object plain(JsonNode node) { return MAPPER.convertValue(node, Object.class); }

    private static JsonNode read() {
        try (var examples = Examples.class.getResourceAsStream("/openapi/examples.json")) {
            return MAPPER.readTree(examples);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
