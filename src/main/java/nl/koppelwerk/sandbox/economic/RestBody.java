package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The body of one REST write while it is read: what does not fit the schema is told first, then what does not hold. */
final class RestBody {

    private static final Pattern LAST_STEP = Pattern.compile(".*/(\\d{1,9})(\\?.*)?");

    private final ObjectNode body;
    private final RestErrors errors;
    private final SwitchPanel switches;
    private final List<RestErrors.Misfit> misfits = new ArrayList<>();
    private final List<RestErrors.Flaw> flaws = new ArrayList<>();

    RestBody(Call call, RestErrors errors, SwitchPanel switches) {
        EcoAccess.checkType(call, errors);
        this.body = Json.readObject(call.body()).orElseThrow(() -> errors.refused(400, "Invalid json in request body"));
        this.errors = errors;
        this.switches = switches;
    }

    boolean has(String name) {
        return body.has(name);
    }

    JsonNode get(String name) {
        return body.get(name);
    }

    void required(String name) {
        if (!body.has(name)) {
            flaw(name, "A value for '" + name + "' is missing.", "E04042", null);
        }
    }

    void flaw(String property, String message, String code, JsonNode value) {
        flaws.add(new RestErrors.Flaw(property, message, code, value));
    }

    /** Refuses the call if anything was found. */
    void judged() {
        if (!misfits.isEmpty()) {
            throw errors.misfits(misfits);
        }
        if (!flaws.isEmpty()) {
            throw errors.validation(flaws);
        }
    }

    Optional<String> text(String name, int least, int most) {
        return node(name, "String", JsonNode::isTextual).map(JsonNode::textValue).filter(text -> {
            if (text.length() < least) {
                misfits.add(new RestErrors.Misfit(name, "minLength", "String '" + text + "' is less than minimum length of " + least + "."));
            } else if (text.length() > most && switches.is("too-long", "schema-failure")) {
                misfits.add(new RestErrors.Misfit(name, "maxLength", "String '" + text + "' exceeds maximum length of " + most + "."));
            } else if (text.length() > most) {
                flaw(name, "The value is longer than " + most + ".", null, body.get(name));
            }
            return !text.isEmpty();
        });
    }

    Optional<JsonNode> number(String name) {
        return node(name, "Number", JsonNode::isNumber);
    }

    Optional<Boolean> flag(String name) {
        return node(name, "Boolean", JsonNode::isBoolean).map(JsonNode::booleanValue);
    }

    /** The values of a list; none if it is no list. */
    JsonNode array(String name) {
        return node(name, "Array", JsonNode::isArray).orElseGet(Json::array);
    }

    OptionalInt whole(String name) {
        return whole(body, name, name);
    }

    /** The number a reference means, by its key or by its address. */
    OptionalInt reference(String name, String key) {
        var node = node(name, "Object", JsonNode::isObject);
        if (node.isEmpty()) {
            return OptionalInt.empty();
        }
        var byKey = whole(node.get(), key, name + "." + key);
        var bySelf = byAddress(node.get().get("self"), name);
        if (byKey.isEmpty() && bySelf.isEmpty() && !node.get().has(key)) {
            flaw(name, "A reference needs " + key + " or self.", "E04500", null);
        }
        if (byKey.isPresent() && bySelf.isPresent() && byKey.getAsInt() != bySelf.getAsInt()) {
            return conflict(name, byKey, bySelf);
        }
        return byKey.isPresent() ? byKey : bySelf;
    }

    private OptionalInt conflict(String name, OptionalInt byKey, OptionalInt bySelf) {
        if (switches.is("ref-conflict", "reject-400")) {
            flaw(name, "The number and self of the reference differ.", null, body.get(name));
        }
        return switches.is("ref-conflict", "self-wins") ? bySelf : byKey;
    }

    private OptionalInt whole(JsonNode holder, String name, String path) {
        var node = node(holder.get(name), path, "Integer", JsonNode::isIntegralNumber);
        if (node.isEmpty()) {
            return OptionalInt.empty();
        }
        if (node.get().decimalValue().signum() < 1) {
            misfits.add(new RestErrors.Misfit(path, "minimum", "Integer " + node.get() + " is less than minimum value of 1."));
        } else if (!node.get().canConvertToInt() || node.get().intValue() > EcoField.HIGHEST) {
            misfits.add(new RestErrors.Misfit(path, "maximum", "Integer " + node.get() + " exceeds maximum value of " + EcoField.HIGHEST + "."));
        } else {
            return OptionalInt.of(node.get().intValue());
        }
        return OptionalInt.empty();
    }

    private OptionalInt byAddress(JsonNode self, String name) {
        var text = node(self, name + ".self", "String", JsonNode::isTextual);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        var met = LAST_STEP.matcher(text.get().textValue());
        if (!met.matches()) {
            flaw(name, "The address '" + text.get().textValue() + "' is not one of a resource.", "E06000", self);
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(met.group(1)));
    }

    private Optional<JsonNode> node(String name, String type, java.util.function.Predicate<JsonNode> fits) {
        return node(body.get(name), name, type, fits);
    }

    /** A null is of the wrong type like any other. */
    private Optional<JsonNode> node(JsonNode node, String path, String type, java.util.function.Predicate<JsonNode> fits) {
        if (node != null && !fits.test(node)) {
            misfits.add(new RestErrors.Misfit(path, "type", "Expected " + type + " but got " + capital(node.getNodeType().name()) + "."));
            return Optional.empty();
        }
        return Optional.ofNullable(node);
    }

    private static String capital(String word) {
        return word.charAt(0) + word.substring(1).toLowerCase();
    }
}
