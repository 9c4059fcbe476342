package nl.koppelwerk.proof;

import static nl.koppelwerk.proof.Wording.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What people do in Compenda and SnelStart themselves. */
final class BookkeepingDesk {

    /** Each in its turn is what one relation of that many has. */
    private static final int SPOILED = 25;
    private static final List<Map<String, Object>> FLAWS = List.of(Map.of("name", ""), Map.of("kvkNumber", "1234567"), Map.of("email", "geen adres"),
            Map.of("vatNumber", "NL000000000B00"), Map.of("paymentTermDays", 1200), Map.of("phone", "12"), Map.of("website", "http://"));

    private final Vendors vendors;

    BookkeepingDesk(Vendors vendors) {
        this.vendors = vendors;
    }

    /** The administration's own relation stays. */
    void emptySnelStart() {
        vendors.export(Vendors.SNELSTART).stream().filter(relatie -> !kind(relatie).equals("Eigen")).forEach(relatie -> vendors.delete(Vendors.SNELSTART, text(relatie.path("id"))));
    }

    /** Invented relations may have a number or an address in common; then only one of them could have a relatie. */
    void everyKeyOnce() {
        var seen = new HashSet<String>();
        for (var relation : vendors.export(Vendors.COMPENDA)) {
            var change = new HashMap<String, Object>();
            if (!seen.add("kvk" + text(relation.path("kvkNumber"))) && relation.hasNonNull("kvkNumber")) {
                change.put("kvkNumber", NullNode.instance);
            }
            if (!seen.add("email" + text(relation.path("email"))) && relation.hasNonNull("email")) {
                change.put("email", id(relation).toLowerCase(java.util.Locale.ROOT) + "." + text(relation.path("email")));
            }
            editSilently(id(relation), change);
        }
    }

    /** One of so many has neither a KvK number nor an e-mail address: nothing that two systems could know it by. */
    void takeKeys(int oneOf) {
        var place = 0;
        for (var relation : vendors.export(Vendors.COMPENDA)) {
            if (++place % oneOf == 0) {
                editSilently(id(relation), Map.of("email", NullNode.instance, "kvkNumber", NullNode.instance));
            }
        }
    }

    /** Some have the e-mail address, others the KvK number of the relation before. */
    void repeatKeys() {
        JsonNode before = NullNode.instance;
        var place = 0;
        for (var relation : vendors.export(Vendors.COMPENDA)) {
            var key = place % 2 == 0 ? "email" : "kvkNumber";
            if (++place % SPOILED == 0 && before.hasNonNull(key)) {
                editSilently(id(relation), Map.of(key, before.get(key)));
            }
            before = relation;
        }
    }

    /** As people type: a name that is missing, numbers that are none, a term beyond all terms. */
    void spoil() {
        var place = 0;
        for (var relation : vendors.export(Vendors.COMPENDA)) {
            if (++place % SPOILED == 1) {
                editSilently(id(relation), FLAWS.get(place / SPOILED % FLAWS.size()));
            }
        }
    }

    void editSilently(String relation, Map<String, ?> change) {
        if (!change.isEmpty()) {
            vendors.editSilently(Vendors.COMPENDA, relation, change);
        }
    }

    static String id(JsonNode record) {
        return text(record.path("id"));
    }

    /** Klant, Leverancier or Eigen. */
    static String kind(JsonNode relatie) {
        return text(relatie.path("relatiesoort").path(0));
    }
}
