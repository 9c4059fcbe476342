package nl.koppelwerk.sandbox.advocaatcentraal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Reformat;
import nl.koppelwerk.sandbox.SwitchPanel;

/** A kept relation as it looks on the wire under the switches of the moment. */
final class AcView {

    private static final Map<String, String> LONG_GENDER = Map.of("M", "man", "V", "vrouw", "X", "onbekend");

    private final SwitchPanel switches;
    private final AcStamps stamps;

    AcView(SwitchPanel switches, AcStamps stamps) {
        this.switches = switches;
        this.stamps = stamps;
    }

    /** Turns a copy of the kept record into the wire form. */
    ObjectNode relation(ObjectNode kept) {
        kept.put("gewijzigdOp", stamps.text(kept.get("gewijzigdOp").longValue()));
        kept.put("aangemaaktOp", stamps.text(kept.get("aangemaaktOp").longValue()));
        if (kept.get("soort").textValue().equals("PARTICULIER") && switches.is("person-contacts", "absent")) {
            kept.remove("contactpersonen");
        }
        kept.path("contactpersonen").forEach(contact -> contactOf((ObjectNode) contact));
        if (kept.get("adressen") instanceof ArrayNode addresses) {
            addresses(addresses);
        }
        return dressed(kept);
    }

    ObjectNode contact(ObjectNode kept) {
        return dressed(contactOf(kept));
    }

    ObjectNode address(ObjectNode kept) {
        return dressed(addressOf(kept));
    }

    private ObjectNode contactOf(ObjectNode contact) {
        if (switches.is("gender", "man/vrouw/onbekend")) {
            contact.put("geslacht", LONG_GENDER.getOrDefault(contact.path("geslacht").asText(""), "onbekend"));
        }
        return contact;
    }

    private void addresses(ArrayNode addresses) {
        if (switches.is("duplicate-address-type", "yes") && !addresses.isEmpty()) {
            addresses.add(((ObjectNode) addresses.get(0).deepCopy()).put("straat", "Tweede Dubbelstraat").put("huisnummer", "2"));
        }
        addresses.forEach(address -> addressOf((ObjectNode) address));
    }

    private ObjectNode addressOf(ObjectNode address) {
        if (switches.is("house-number", "one-line")) {
            JsonNode extra = address.remove("toevoeging");
            var number = address.path("huisnummer").asText("") + (extra == null || extra.isNull() ? "" : " " + extra.textValue());
            address.put("huisnummer", number.isBlank() ? null : number.strip());
        }
        return address;
    }

    private ObjectNode dressed(ObjectNode record) {
        if (switches.on("unknown-fields")) {
            record.put("interneKleur", "blauw").set("koppelingen", Json.object().putNull("boekhouding"));
        }
        return switches.on("reformat") ? Reformat.all(record) : record;
    }
}
