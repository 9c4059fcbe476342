package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Text;
import nl.koppelwerk.relation.Value;

/** A reference to an entry of one of the office's lists, by its number. */
record ListedNumber(String list, String member) implements Codec<String> {

    @Override public String name() { return "number of " + list; }

    @Override public Value<String> read(JsonNode node, Missing missing) {
        if (node.isMissingNode()) return Value.absent();
        if (!node.isObject()) return new Value.Invalid<>(node.toString(), ReasonCode.UNMAPPABLE);
        var number = node.path(member);
        return number.isMissingNode() ? Value.absent() : Text.TYPE.parse(number.asText(""));
    }

    @Override public JsonNode write(String value, References references) {
        return Listed.has(references, list, value) ? shown(value) : MissingNode.getInstance();
    }

    @Override public JsonNode shown(String value) {
        if (!EconomicCalls.isNumber(value)) return MissingNode.getInstance();
        return JsonNodeFactory.instance.objectNode().put(member, Integer.parseInt(value));
    }

    @Override public List<Reason> problems(String value, References references) {
        return EconomicCalls.isNumber(value) && Listed.has(references, list, value) ? List.of() : List.of(Listed.unknown(list));
    }
}
