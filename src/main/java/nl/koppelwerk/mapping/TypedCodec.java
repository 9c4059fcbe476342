package nl.koppelwerk.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Function;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.ValueType;

/** A value that stands on the wire as its canonical text, or as a number or truth value made of that text. */
record TypedCodec<T>(String name, ValueType<T> type, Function<String, JsonNode> node) implements Codec<T> {

    TypedCodec(String name, ValueType<T> type) { this(name, type, TextNode::valueOf); }

    @Override public Value<T> read(JsonNode node, Missing missing) {
        return node.isValueNode() ? type.parse(node.asText()) : new Value.Invalid<>(node.toString(), ReasonCode.UNMAPPABLE);
    }

    @Override public JsonNode write(T value, References references) { return node.apply(type.of(value).text()); }
}
