package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The two addresses: their lengths, their countries, and that the first is whole or empty. */
final class SnAddressRules {

    private record Rule(String code, int longest) {
    }

    private static final Map<String, Map<String, Rule>> LENGTHS = Map.of(
            "vestigingsAdres", Map.of("straat", new Rule("REL-0020", 50), "postcode", new Rule("REL-0021", 25),
                    "plaats", new Rule("REL-0022", 50), "contactpersoon", new Rule("REL-0023", 50)),
            "correspondentieAdres", Map.of("straat", new Rule("REL-0025", 50), "postcode", new Rule("REL-0026", 25),
                    "plaats", new Rule("REL-0027", 50), "contactpersoon", new Rule("REL-0028", 50)));
    private static final Map<String, String> UNKNOWN_COUNTRY = Map.of("correspondentieAdres", "REL-0055", "vestigingsAdres", "REL-0056");

    private final SnLanden landen;

    SnAddressRules(SnLanden landen) {
        this.landen = landen;
    }

    void judge(ObjectNode relatie, SnFlaws flaws) {
        for (var name : SnModel.ADDRESSES) {
            var address = (ObjectNode) relatie.get(name);
            SnModel.TEXTS_OF_ADDRESS.forEach(part -> length(name + "." + part, address.path(part).asText(), LENGTHS.get(name).get(part), flaws));
            country(name, address, flaws);
        }
        flaws.check(isEmpty(relatie.get("vestigingsAdres")) || isWhole(relatie.get("vestigingsAdres")), "REL-0060", "VestigingsAdres is niet volledig");
    }

    private static void length(String name, String text, Rule rule, SnFlaws flaws) {
        flaws.check(text.length() <= rule.longest(), rule.code(), name + " is langer dan " + rule.longest());
    }

    /** A country alone is no address: SnelStart may show one where there is none. */
    static boolean isEmpty(JsonNode address) {
        return SnModel.TEXTS_OF_ADDRESS.stream().allMatch(part -> SnRules.blank(address, part));
    }

    private static boolean isWhole(JsonNode address) {
        return SnModel.TEXTS_OF_ADDRESS.stream().allMatch(part -> part.equals("contactpersoon") || !SnRules.blank(address, part));
    }

    /** From the id that was given to the code that is kept; no country is the Netherlands. */
    private void country(String name, ObjectNode address, SnFlaws flaws) {
        var given = address.path("land").asText("");
        if (SnBinding.isId(given)) {
            landen.code(given).ifPresentOrElse(code -> address.put("land", code), () -> flaws.add(UNKNOWN_COUNTRY.get(name), "Land van " + name + " bestaat niet"));
        }
        if (isEmpty(address)) {
            address.putNull("land");
        } else if (!address.hasNonNull("land")) {
            address.put("land", "NL");
        }
    }
}
