package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.EmptyWrites;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;

/**
 * The address of REST by the names of the customers API: its first line, and the others.
 *
 * @param inner the address as REST has it
 */
record CustomersApiAddress(Codec<Address> inner) implements Codec<Address> {

    private static final String TEXT = "address";
    private static final String FIRST = "address1";
    private static final String SECOND = "address2";
    private static final Map<String, String> OTHERS = Map.of("zip", "postCode", "city", "city", "country", "country");
    /** Of each of the two. */
    private static final int LONGEST = 255;

    @Override public String name() { return inner.name(); }

    @Override public List<String> members() { return List.of(FIRST, SECOND, "postCode", "city", "country"); }

    @Override public Value<Address> read(JsonNode node, Missing missing) {
        var rest = JsonNodeFactory.instance.objectNode();
        if (node.has(FIRST) || node.has(SECOND)) rest.put(TEXT, joined(node));
        OTHERS.forEach((name, here) -> {
            if (node.has(here)) rest.set(name, node.get(here));
        });
        return inner.read(rest, missing);
    }

    private static String joined(JsonNode node) {
        return Stream.of(FIRST, SECOND).map(node::path).filter(JsonNode::isTextual).map(JsonNode::textValue).filter(text -> !text.isBlank())
            .collect(Collectors.joining("\n"));
    }

    @Override public JsonNode write(Address value, References references) { return here(inner.write(value, references)); }

    @Override public JsonNode shown(Address value) { return here(inner.shown(value)); }

    @Override public JsonNode empty(EmptyWrites style) { return here(inner.empty(style)); }

    private static ObjectNode here(JsonNode rest) {
        var text = rest.path(TEXT).isTextual() ? rest.path(TEXT).textValue() : "";
        int end = end(text);
        var here = JsonNodeFactory.instance.objectNode();
        here.set(FIRST, line(text.substring(0, end)));
        here.set(SECOND, line(text.substring(end).replaceFirst("^, ", "")));
        OTHERS.forEach((name, renamed) -> here.set(renamed, rest.get(name)));
        return here;
    }

    private static JsonNode line(String text) {
        return text.isBlank() ? NullNode.getInstance() : JsonNodeFactory.instance.textNode(text.strip());
    }

    /** Where the first of the two ends: with the first line, or where it is full. */
    private static int end(String text) {
        int line = text.indexOf(", ");
        if (line > 0 && line <= LONGEST && text.length() - line - 2 <= LONGEST) return line;
        int last = text.lastIndexOf(", ", LONGEST);
        return text.length() <= LONGEST ? text.length() : last > 0 ? last : LONGEST;
    }

    @Override public List<Reason> problems(Address value, References references) { return inner.problems(value, references); }
}
