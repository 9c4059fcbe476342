package nl.koppelwerk.systems.clickmate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.EmptyWrites;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;

/** An address whose line comes apart on the wire, before the number's first digit; joined again it is the line that was written. */
record SplitStreet(Codec<Address> whole) implements Codec<Address> {

    private static final String STREET = "street";
    private static final String NUMBER = "houseNumber";
    private static final Pattern NUMBERED = Pattern.compile("(.*?\\D) (\\d.*)");

    @Override public String name() { return whole.name() + ", with " + NUMBER; }

    @Override public Value<Address> read(JsonNode node, Missing missing) {
        if (!(node instanceof ObjectNode object)) return whole.read(node, missing);
        var line = (text(object, STREET) + " " + text(object, NUMBER)).strip();
        return whole.read(object.deepCopy().put(STREET, line), missing);
    }

    private static String text(ObjectNode object, String member) { return object.path(member).asText("").replaceFirst("^null$", ""); }

    @Override public JsonNode write(Address value, References references) { return split(whole.write(value, references)); }

    @Override public JsonNode shown(Address value) { return split(whole.shown(value)); }

    @Override public JsonNode empty(EmptyWrites style) { return split(whole.empty(style)); }

    @Override public List<Reason> problems(Address value, References references) { return whole.problems(value, references); }

    private static JsonNode split(JsonNode node) {
        if (!(node instanceof ObjectNode object)) return node;
        var line = NUMBERED.matcher(object.path(STREET).asText(""));
        return line.matches() ? object.put(STREET, line.group(1)).put(NUMBER, line.group(2)) : object.putNull(NUMBER);
    }
}
