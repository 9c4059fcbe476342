package nl.koppelwerk.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/** A set of codes as an array of texts. */
record SetCodec(String name) implements Codec<Codes> {

    @Override public Value<Codes> read(JsonNode node, Missing missing) {
        if (!node.isArray()) return new Value.Invalid<>(node.toString(), ReasonCode.UNMAPPABLE);
        var codes = new ArrayList<String>();
        for (var code : node) {
            if (!code.isTextual() || code.textValue().contains(",")) return new Value.Invalid<>(node.toString(), ReasonCode.CODE_UNKNOWN);
            codes.add(code.textValue());
        }
        return Codes.TYPE.of(Codes.of(codes));
    }

    @Override public JsonNode write(Codes value, References references) {
        var array = JsonNodeFactory.instance.arrayNode();
        value.all().forEach(array::add);
        return array;
    }

    @Override public JsonNode empty(EmptyWrites style) { return JsonNodeFactory.instance.arrayNode(); }
}
