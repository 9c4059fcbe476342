package nl.koppelwerk.systems.adminpulse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;

/**
 * The first of a list of addresses, whose kinds nobody has seen; one that stands alone is that one.
 *
 * @param number the member of the house number, in which all of it stands: 7bis
 */
record FirstAddress(Codec<Address> inner, String number) implements Codec<Address> {

    @Override public String name() { return "first " + inner.name(); }

    @Override public Value<Address> read(JsonNode node, Missing missing) {
        if (node.isArray() && node.isEmpty()) return Value.empty();
        return inner.read(node.isArray() ? node.get(0) : node, missing);
    }

    @Override public JsonNode write(Address value, References references) { return alone(inner.write(value, references), value); }

    @Override public JsonNode shown(Address value) { return alone(inner.shown(value), value); }

    private JsonNode alone(JsonNode address, Address value) {
        var whole = (value.houseNumber() + " " + value.huisnummertoevoeging()).strip();
        return JsonNodeFactory.instance.arrayNode().add(whole.isEmpty() ? address : ((ObjectNode) address).put(number, whole));
    }

    @Override public List<Reason> problems(Address value, References references) { return inner.problems(value, references); }
}
