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
 * @param name empty where the resource as a whole is the value
 */
record Member<T>(List<Field<T>> fields, Resource resource, String name, Codec<T> codec, Choice<T> choice, boolean readOnly) {

    Values read(JsonNode node, Missing missing, Values sofar) {
        var value = value(node, missing);
        for (var field : fields) sofar = sofar.with(field, value);
        return sofar;
    }

    private Value<T> value(JsonNode node, Missing missing) {
        var child = name.isEmpty() || !node.isObject() ? node : node.path(name);
        if (child.isMissingNode()) return missing.value();
        return child.isNull() ? Value.empty() : codec.read(child, missing);
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
        if (!name.isEmpty()) body.set(name, sent);
        else sent.properties().forEach(entry -> {
            boolean wasEmpty = entry.getValue().isNull() && before.path(entry.getKey()).isNull();
            if (!wasEmpty) body.set(entry.getKey(), entry.getValue());
        });
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
