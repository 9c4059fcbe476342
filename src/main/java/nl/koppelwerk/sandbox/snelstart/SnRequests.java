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

    /** The members of the model that were given; all that does not fit it is told at once. */
    ObjectNode bound(Call call, String model, List<SnField> fields, String code) {
        var binding = new SnBinding(model);
        var bound = binding.read(fields, object(call, code));
        if (call.method().equals("PUT") && switches.is("put-null", "reject-400")) {
            nulls(bound, model, binding);
        }
        var tooLong = fields.stream().filter(field -> bound.path(field.name()).asText().length() > longest(field)).toList();
        if (switches.get("length-error").startsWith("model-state")) {
            tooLong.forEach(field -> binding.misfit(model + "." + SnBinding.upper(field.name()), "The field must be a string with a maximum length of " + longest(field) + "."));
        }
        refuse(binding.modelState());
        refuse(tooLong);
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

    /** Of a form each field is a text; a dot leads into an object, and the one list of the models is given by its name or by places in brackets. */
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

    private int longest(SnField field) {
        var longest = field.name().equals("memo") && !switches.is("memo-max", "none") ? (int) switches.number("memo-max") : field.longest();
        return longest == 0 ? Integer.MAX_VALUE : longest;
    }

    /** Where a length is no matter of the model. */
    private void refuse(List<SnField> tooLong) {
        if (!tooLong.isEmpty() && switches.is("length-error", "empty-400")) {
            throw new Refused(Answer.empty(400));
        }
        errors.judge(flaws -> tooLong.forEach(field -> flaws.add(NEAREST.get(field.name()), field.name() + " is langer dan " + longest(field))));
    }

    private void refuse(ObjectNode modelState) {
        if (modelState.isEmpty()) {
            return;
        }
        var answer = errors.modelState(modelState);
        throw new Refused(switches.is("length-error", "model-state-in-array") ? Answer.json(400, Json.array().add(Json.read(answer.body()))) : answer);
    }
}
