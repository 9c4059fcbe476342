package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;

/** The body of one write to the newer services while it is read; a null is as good as nothing. */
final class ApisBody {

    private final ObjectNode body;
    private final ApisErrors errors;
    private final List<ApisErrors.Flaw> flaws = new ArrayList<>();

    ApisBody(Call call, ApisErrors errors) {
        EcoAccess.checkType(call, errors);
        this.body = Json.readObject(call.body()).orElseThrow(() -> errors.refused(400, "The request body is not a JSON object."));
        this.errors = errors;
    }

    void flaw(String property, String message, String code) {
        flaws.add(new ApisErrors.Flaw(property, message, code));
    }

    void judged() {
        if (!flaws.isEmpty()) {
            throw errors.invalid(flaws);
        }
    }

    /** The version has to be the one that was read last; the order of the checks is ours. */
    void checkVersion(String version) {
        if (!body.path("objectVersion").asText("").equals(version)) {
            throw errors.conflict();
        }
    }

    Optional<String> text(String name, int most) {
        return node(name, "string", JsonNode::isTextual).map(JsonNode::textValue).filter(text -> {
            if (text.length() > most) {
                flaw(name, "The field " + name + " must be a string with a maximum length of " + most + ".", "BadRequest");
            }
            return !text.isEmpty();
        });
    }

    Optional<JsonNode> number(String name) {
        return node(name, "number", JsonNode::isNumber);
    }

    Optional<Integer> whole(String name) {
        return node(name, "integer", node -> node.isIntegralNumber() && node.canConvertToInt()).map(JsonNode::intValue);
    }

    boolean flag(String name) {
        return node(name, "boolean", JsonNode::isBoolean).map(JsonNode::booleanValue).orElse(false);
    }

    /** A number between 1 and the highest; 0 with a flaw when it is missing or beyond. */
    int mandatory(String name) {
        var number = whole(name).orElse(0);
        if (number < 1 || number > EcoField.HIGHEST) {
            flaw(name, "The field " + Character.toUpperCase(name.charAt(0)) + name.substring(1) + " must be between 1 and " + EcoField.HIGHEST + ".", "BadRequest");
        }
        return number;
    }

    JsonNode get(String name) {
        return body.path(name);
    }

    private Optional<JsonNode> node(String name, String type, Predicate<JsonNode> fits) {
        var node = body.get(name);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!fits.test(node)) {
            flaw(name, "The JSON value could not be converted to " + type + ".", "BadRequest");
            return Optional.empty();
        }
        return Optional.of(node);
    }
}
