package nl.koppelwerk.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/**
 * One member of a wire record and the fields it feeds.
 *
 * @param name where it stands in the resource, deeper in it with slashes between; empty where the resource as a whole is the value
 */
record Member<T>(List<Field<T>> fields, Resource resource, String name, Codec<T> codec, Choice<T> choice, boolean readOnly) {

    private static final String STEP = "/";

    Values read(JsonNode node, Missing missing, Values sofar) {
        var value = value(node, missing);
        for (var field : fields) sofar = sofar.with(field, value);
        return sofar;
    }

    private Value<T> value(JsonNode node, Missing missing) {
        var child = name.isEmpty() || !node.isObject() ? node : at(node);
        if (child.isMissingNode()) return missing.value();
        return child.isNull() ? Value.empty() : codec.read(child, missing);
    }

    /** Where something it lies in is nothing, it is nothing too. */
    private JsonNode at(JsonNode node) {
        var child = node;
        for (var step : name.split(STEP)) if (!child.isNull()) child = child.path(step);
        return child;
    }

    /** What is sent for these values; a missing node where nothing is. */
    JsonNode write(Values given, EmptyWrites style, References references) {
        var value = chosen(given);
        if (readOnly || value.isAbsent()) return MissingNode.getInstance();
        return value instanceof Value.Present<T> present ? codec.write(present.value(), references) : codec.empty(style);
    }

    private Value<T> chosen(Values given) {
        return choice.of(fields.stream().map(given::get).filter(value -> !value.isAbsent()).toList());
    }

    /** Where a whole resource is the value, a member that was empty and stays empty is not sent. */
    void put(ObjectNode body, JsonNode sent, JsonNode before) {
        if (!name.isEmpty()) lay(body, sent);
        else sent.properties().forEach(entry -> {
            boolean wasEmpty = entry.getValue().isNull() && before.path(entry.getKey()).isNull();
            if (!wasEmpty) body.set(entry.getKey(), entry.getValue());
        });
    }

    /** Another line may stand in the same object already. */
    private void lay(ObjectNode body, JsonNode sent) {
        var at = body;
        var steps = name.split(STEP);
        for (int i = 0; i < steps.length - 1; i++) at = at.withObject("/" + steps[i]);
        var last = steps[steps.length - 1];
        if (sent instanceof ObjectNode more && at.get(last) instanceof ObjectNode there) there.setAll(more);
        else at.set(last, sent);
    }

    Value<?> form(Value<?> value, Missing missing, EmptyWrites style) {
        if (readOnly || value.isEmpty() && style == EmptyWrites.OMIT) return Value.absent();
        return value instanceof Value.Present<?> present ? codec.read(codec.shown(cast(present)), missing) : value;
    }

    List<Reason> problems(Field<?> field, Value<?> value, References references) {
        if (value instanceof Value.Invalid<?> invalid) return List.of(new Reason(invalid.reason(), field.name()));
        if (!(value instanceof Value.Present<?> present)) return List.of();
        return codec.problems(cast(present), references).stream().map(reason -> reason.about(field.name())).toList();
    }

    /** A value was parsed by the type of its field, which is the type of this member. */
    @SuppressWarnings("unchecked")
    private T cast(Value.Present<?> present) { return (T) Objects.requireNonNull(present.value()); }

    String path() {
        if (resource.isRecord()) return name.isEmpty() ? String.join(", ", codec.members()) : name;
        return name.isEmpty() ? resource.name() : resource.name() + "/" + name;
    }
}
