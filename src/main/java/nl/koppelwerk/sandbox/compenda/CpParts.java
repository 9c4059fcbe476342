package nl.koppelwerk.sandbox.compenda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.koppelwerk.sandbox.DutchNames;
import nl.koppelwerk.sandbox.Json;

/** Invents the addresses and contacts of a relation. */
final class CpParts {

    private final DutchNames names;
    private final boolean dirty;
    private int contacts = 30;

    CpParts(DutchNames names, boolean dirty) {
        this.names = names;
        this.dirty = dirty;
    }

    void addresses(ObjectNode relation) {
        var addresses = relation.putObject("addresses");
        var visiting = address();
        if (names.chance(6) && dirty) {
            visiting.remove(names.pick(List.of("street", "postalCode", "city")));
        }
        if (names.chance(94) || !dirty) {
            addresses.set("visiting", visiting);
        }
        if (names.chance(25)) {
            addresses.set("postal", address().put("street", "Postbus").put("houseNumber", "" + (1 + names.below(9000))));
        }
        if (names.chance(10)) {
            addresses.set("invoice", address());
        }
    }

    void contacts(ObjectNode relation, String domain) {
        var people = relation.putArray("contacts");
        for (var i = names.below(4); i > 0; i--) {
            var first = names.firstName();
            var contact = Json.object().put("id", "CMP-C-" + ++contacts).put("isPrimary", people.isEmpty()).put("firstName", first);
            names.maybe(35, contact, "prefix", names.prefix());
            var last = names.lastName();
            contact.put("lastName", last);
            names.maybe(85, contact, "email", DutchNames.ascii(first.substring(0, 1) + "." + last) + "@" + domain);
            names.maybe(60, contact, "phone", names.phone(false));
            names.maybe(50, contact, "mobile", names.phone(true));
            names.maybe(70, contact, "function", names.function());
            people.add(contact);
        }
    }

    private ObjectNode address() {
        var country = names.chance(94) || !dirty ? "NL" : names.pick(List.of("BE", "DE", "LU"));
        var address = Json.object().put("street", names.street()).put("houseNumber", "" + (1 + names.below(400)));
        if (names.chance(15)) {
            address.put("addition", names.pick(List.of("A", "b", "II", "bis", "hs")));
        }
        return address.put("postalCode", names.postcode(country)).put("city", names.city()).put("country", country);
    }
}
