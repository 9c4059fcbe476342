package nl.koppelwerk.sandbox.adminpulse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The members that nobody has seen: what they are called and where they stand is guessed in three ways, by the switch {@code field-names}. */
final class ApNames {

    private static final List<String> UNSEEN = List.of("type", "status", "firstName", "nationalNumber", "vatNumber", "enterpriseNumber", "email", "phone", "mobile",
            "language", "addresses", "modifiedOn");
    /** What a guess of a person of its own holds. */
    private static final List<String> OF_PERSON = List.of("firstName", "nationalNumber", "language");
    private static final Map<String, String> DUTCH = Map.ofEntries(Map.entry("firstName", "voornaam"), Map.entry("nationalNumber", "rijksregisternummer"),
            Map.entry("vatNumber", "btwNummer"), Map.entry("enterpriseNumber", "ondernemingsnummer"), Map.entry("phone", "telefoon"), Map.entry("mobile", "gsm"),
            Map.entry("language", "taal"), Map.entry("addresses", "adressen"), Map.entry("modifiedOn", "gewijzigdOp"), Map.entry("inactive", "inactief"),
            Map.entry("street", "straat"), Map.entry("houseNumber", "huisnummer"), Map.entry("box", "bus"), Map.entry("postalCode", "postcode"),
            Map.entry("city", "gemeente"), Map.entry("country", "land"));
    private static final Map<String, String> DUTCH_VALUES = Map.of("PERSON", "Persoon", "COMPANY", "Bedrijf", "SOLE_PROPRIETOR", "Eenmanszaak", "CLIENT", "Klant",
            "PROSPECT", "Prospect", "OWN_COMPANY", "Eigen Bedrijf", "OTHER", "Andere");

    private final SwitchPanel switches;

    ApNames(SwitchPanel switches) {
        this.switches = switches;
    }

    /** Of a relation, as a caller sees them; what is not there is null. */
    ObjectNode of(ObjectNode kept) {
        var isDutch = switches.is("field-names", "guess-nl");
        var shown = Json.object();
        for (var name : UNSEEN) {
            var value = kept.path(name).isMissingNode() ? shown.nullNode() : kept.get(name);
            place(name, shown).set(isDutch ? DUTCH.getOrDefault(name, name) : name, isDutch ? inDutch(value) : value);
        }
        if (switches.is("inactive-in-list", "included-marked")) {
            shown.put(isDutch ? DUTCH.get("inactive") : "inactive", kept.path("inactive").asBoolean());
        }
        return shown;
    }

    private ObjectNode place(String name, ObjectNode shown) {
        return switches.is("field-names", "nested-person") && OF_PERSON.contains(name) ? shown.withObject("/person") : shown;
    }

    private static JsonNode inDutch(JsonNode value) {
        if (value instanceof ArrayNode addresses) {
            var all = Json.array();
            addresses.forEach(address -> all.add(renamed((ObjectNode) address)));
            return all;
        }
        return value.isTextual() ? Json.object().textNode(DUTCH_VALUES.getOrDefault(value.textValue(), value.textValue())) : value;
    }

    private static ObjectNode renamed(ObjectNode address) {
        var renamed = Json.object();
        address.properties().forEach(part -> renamed.set(DUTCH.getOrDefault(part.getKey(), part.getKey()), part.getValue()));
        return renamed;
    }
}
