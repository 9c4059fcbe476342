package nl.koppelwerk.systems.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;

/** Tribe's portal prints member names in camelCase, its answers have been seen in PascalCase: both are read. */
final class WireCase {

    /** Names that are all capitals, or begin with several. */
    private static final Set<String> CAPITALS = Set.of("ID", "IBAN", "BIC", "RSIN", "OIN");

    private WireCase() { }

    /** The same tree with the names in the vendor's PascalCase; a record is in one case throughout, so its id tells. */
    static JsonNode vendors(JsonNode node) {
        return node.has("ID") ? node : renamed(node);
    }

    private static JsonNode renamed(JsonNode node) {
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(renamed(element)));
            return array;
        }
        if (!(node instanceof ObjectNode object)) return node;
        var renamed = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> renamed.set(pascal(member.getKey()), renamed(member.getValue())));
        return renamed;
    }

    private static String pascal(String name) {
        var upper = name.toUpperCase(Locale.ROOT);
        if (CAPITALS.contains(upper)) return upper;
        if (name.equals("vatNumber")) return "VATNumber";
        if (name.matches("_[a-z]+")) return "_" + Character.toUpperCase(name.charAt(1)) + name.substring(2);
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
