package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.sandbox.Json;

/** Reads a request into a model: names without regard to capitals, only what was given; what does not fit is told by its path. */
final class SnBinding {

    static final String NO_ID = "00000000-0000-0000-0000-000000000000";
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final String model;
    private final ObjectNode modelState = Json.object();

    SnBinding(String model) {
        this.model = model;
    }

    static boolean isId(String text) {
        return text.matches(ID);
    }

    /** What did not fit, by the path of the model. */
    ObjectNode modelState() {
        return modelState;
    }

    ObjectNode read(List<SnField> fields, JsonNode given) {
        return read(fields, given, model);
    }

    void misfit(String path, String message) {
        modelState.withArray("/" + path.replace("/", "~1")).add(message);
    }

    private ObjectNode read(List<SnField> fields, JsonNode given, String path) {
        var bound = Json.object();
        if (!given.isObject()) {
            misfit(path, "Error converting value " + given + " to type 'Object'.");
            return bound;
        }
        fields.forEach(field -> member(given, field.name()).ifPresent(value -> bound.set(field.name(), value(field, value, path + "." + upper(field.name())))));
        return bound;
    }

    private static Optional<JsonNode> member(JsonNode given, String name) {
        return Optional.ofNullable(given.get(name)).or(() -> given.properties().stream().filter(one -> one.getKey().equalsIgnoreCase(name)).map(one -> one.getValue()).findFirst());
    }

    private JsonNode value(SnField field, JsonNode value, String path) {
        if (value.isNull()) {
            return value;
        }
        return switch (field.kind()) {
            case OBJECT -> read(field.parts(), value, path);
            case CHOICES -> choices(field, value, path);
            case REFERENCE -> id(member(value, "id").orElse(value.isObject() ? field.standard() : value), path + ".Id");
            case ID -> id(value, path);
            default -> simple(field, value).orElseGet(() -> {
                misfit(path, "Error converting value " + value + " to type '" + field.kind() + "'.");
                return field.standard();
            });
        };
    }

    private JsonNode choices(SnField field, JsonNode given, String path) {
        var chosen = Json.array();
        if (!(given instanceof ArrayNode)) {
            misfit(path, "Cannot deserialize the current value into a list.");
        }
        for (var i = 0; i < given.size(); i++) {
            var one = given.get(i);
            var at = path + "[" + i + "]";
            word(field, one).ifPresentOrElse(chosen::add, () -> misfit(at, "Error converting value " + one + "."));
        }
        return chosen;
    }

    /** All zeros is no id. */
    private JsonNode id(JsonNode value, String path) {
        if (value.isNull() || value.asText().equals(NO_ID)) {
            return Json.object().nullNode();
        }
        if (!isId(value.asText())) {
            misfit(path, "Error converting value " + value + " to type 'System.Guid'.");
        }
        return Json.object().textNode(value.asText().toLowerCase());
    }

    private static Optional<JsonNode> simple(SnField field, JsonNode value) {
        var text = value.asText();
        var nodes = Json.object();
        return switch (field.kind()) {
            case TEXT -> value.isValueNode() ? Optional.of(nodes.textNode(text)) : Optional.empty();
            case WHOLE -> text.matches("-?\\d{1,10}") && (int) Long.parseLong(text) == Long.parseLong(text) ? Optional.of(nodes.numberNode(Integer.parseInt(text))) : Optional.empty();
            case NUMBER -> text.matches("-?\\d{1,15}(\\.\\d{1,15})?([eE][+-]?\\d{1,2})?") ? Optional.of(nodes.numberNode(new BigDecimal(text))) : Optional.empty();
            case FLAG -> text.matches("(?i)true|false") ? Optional.of(nodes.booleanNode(text.equalsIgnoreCase("true"))) : Optional.empty();
            default -> word(field, value).map(nodes::textNode);
        };
    }

    private static Optional<String> word(SnField field, JsonNode value) {
        return field.choices().stream().filter(word -> value.isTextual() && word.equalsIgnoreCase(value.textValue())).findFirst();
    }

    static String upper(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
