package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Bodies of writes: in one of the three forms that SnelStart takes, read into a model, refused before any rule is looked at if they do not fit it. */
final class SnRequests {

    /** The rule that is told of a length where the vendor has none of its own and the switch wants one. */
    private static final Map<String, String> NEAREST = Map.of("naam", "REL-0007", "iban", "REL-0011", "websiteUrl", "REL-0015", "memo", "ALG-0102");

    private final SnErrors errors;
    private final SwitchPanel switches;

    SnRequests(SnErrors errors, SwitchPanel switches) {
        this.errors = errors;
        this.switches = switches;
    }

    /** The body as an object; what is no object is told by the code of the resource. */
    ObjectNode object(Call call, String code) {
        if (new String(call.body(), StandardCharsets.UTF_8).isBlank()) {
            throw errors.flaw("ALG-0106", "Het verzoek bevat geen gegevens");
        }
        var type = call.header("Content-Type").orElse("application/json").replaceAll(";.*", "").strip();
        return switch (type) {
            case "application/json", "text/json" -> Json.readObject(call.body()).orElseThrow(() -> errors.flaw(code, "Het verzoek is geen leesbaar object"));
            case "application/x-www-form-urlencoded" -> form(call);
            default -> throw errors.unsupportedType();
        };
    }

    /** The members of the model that were given. */
    ObjectNode bound(Call call, String model, List<SnField> fields, String code) {
        var binding = new SnBinding(model);
        var bound = binding.read(fields, object(call, code));
        if (call.method().equals("PUT") && switches.is("put-null", "reject-400")) {
            nulls(bound, model, binding);
        }
        refuse(binding.modelState());
        fields.forEach(field -> length(model, field, bound));
        return bound;
    }

    private static void nulls(ObjectNode given, String path, SnBinding binding) {
        given.properties().forEach(member -> {
            var at = path + "." + SnBinding.upper(member.getKey());
            if (member.getValue() instanceof ObjectNode parts) {
                nulls(parts, at, binding);
            } else if (member.getValue().isNull()) {
                binding.misfit(at, "The field is required.");
            }
        });
    }

    /** Of a form each field is a text; a dot leads into an object, and what is a list in the model takes every field of its name. */
    private static ObjectNode form(Call call) {
        var object = Json.object();
        call.form().forEach((name, value) -> {
            var dot = name.indexOf('.');
            if (name.matches("(?i)relatiesoort(\\[\\d*])?")) {
                object.withArray("/relatiesoort").add(value);
            } else if (dot < 0) {
                object.put(name, value);
            } else {
                object.withObject("/" + name.substring(0, dot)).put(name.substring(dot + 1), value);
            }
        });
        return object;
    }

    private void length(String model, SnField field, ObjectNode bound) {
        var longest = field.name().equals("memo") && !switches.is("memo-max", "none") ? (int) switches.number("memo-max") : field.longest();
        if (longest == 0 || bound.path(field.name()).asText().length() <= longest) {
            return;
        }
        switch (switches.get("length-error")) {
            case "rel-array" -> throw errors.flaw(NEAREST.get(field.name()), "Langer dan " + longest);
            case "empty-400" -> throw new Refused(Answer.empty(400));
            default -> {
                var binding = new SnBinding(model);
                binding.misfit(model + "." + SnBinding.upper(field.name()), "The field must be a string with a maximum length of " + longest + ".");
                refuse(binding.modelState());
            }
        }
    }

    private void refuse(ObjectNode modelState) {
        if (modelState.isEmpty()) {
            return;
        }
        var answer = errors.modelState(modelState);
        throw new Refused(switches.is("length-error", "model-state-in-array") ? Answer.json(400, Json.array().add(Json.read(answer.body()))) : answer);
    }
}
