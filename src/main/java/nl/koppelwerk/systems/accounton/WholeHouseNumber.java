package nl.koppelwerk.systems.accounton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.EmptyWrites;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;

/** An address whose house number holds what follows it as well (7 bis): Accounton has one member for both, and nothing of it may be lost. */
record WholeHouseNumber(Codec<Address> inner) implements Codec<Address> {

    private static final String NUMBER = "houseNumber";

    @Override public String name() { return inner.name(); }

    @Override public List<String> members() { return inner.members(); }

    @Override public Value<Address> read(JsonNode node, Missing missing) { return inner.read(node, missing); }

    @Override public JsonNode write(Address value, References references) { return whole(value, inner.write(value, references)); }

    @Override public JsonNode shown(Address value) { return whole(value, inner.shown(value)); }

    @Override public JsonNode empty(EmptyWrites style) { return inner.empty(style); }

    @Override public List<Reason> problems(Address value, References references) { return inner.problems(value, references); }

    private static JsonNode whole(Address value, JsonNode node) {
        var number = (value.houseNumber() + " " + value.huisnummertoevoeging()).strip();
        return node instanceof ObjectNode object && !number.isEmpty() ? object.put(NUMBER, number) : node;
    }
}
