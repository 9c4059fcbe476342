package nl.koppelwerk.sandbox.clickmate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Reformat;
import nl.koppelwerk.sandbox.SwitchPanel;

/** A kept customer as it looks on the wire under the switches of the moment; what is empty is left out. */
final class CmView {

    private static final List<String> MINIMAL = List.of("id", "name", "lifecycle", "autoSync", "email", "phone", "contacts", "externalRefs",
            "archived", "modifiedAt", "version");
    private static final List<String> MINIMAL_CONTACT = List.of("id", "name", "email", "phone");
    private static final Pattern NUMBERED = Pattern.compile("(.*?\\D) (\\d.*)");

    private final SwitchPanel switches;

    CmView(SwitchPanel switches) {
        this.switches = switches;
    }

    /** Turns a copy of the kept record into the wire form. */
    ObjectNode customer(ObjectNode kept) {
        kept.put("modifiedAt", Instant.ofEpochMilli(kept.get("modifiedAt").longValue()).toString());
        if (switches.is("fields", "minimal")) {
            kept.retain(MINIMAL);
        }
        kept.path("contacts").forEach(one -> contact((ObjectNode) one));
        if (kept.get("address") instanceof ObjectNode address && switches.is("address", "split")) {
            split(address);
        }
        return dressed(phoned(kept));
    }

    ObjectNode contact(ObjectNode kept) {
        if (switches.is("fields", "minimal")) {
            kept.retain(MINIMAL_CONTACT);
        }
        return dressed(phoned(kept));
    }

    /** What a program sent, as it is kept. */
    ObjectNode kept(ObjectNode customer) {
        if (switches.is("address", "split") && customer.get("address") instanceof ObjectNode address) {
            var street = address.path("street").asText("") + " " + address.path("houseNumber").asText("");
            address.remove("houseNumber");
            address.put("street", street.isBlank() ? null : street.strip());
        }
        return customer;
    }

    /** Into street and number before the number's first digit. */
    private static void split(ObjectNode address) {
        var line = NUMBERED.matcher(address.path("street").asText(""));
        if (line.matches()) {
            address.put("street", line.group(1)).put("houseNumber", line.group(2));
        }
    }

    private ObjectNode phoned(ObjectNode record) {
        if (switches.is("phone", "E.164") && record.hasNonNull("phone")) {
            var digits = record.get("phone").textValue().replaceAll("[^+\\d]", "").replaceFirst("^00", "+");
            record.put("phone", digits.length() == 8 ? "+45" + digits : digits);
        }
        return record;
    }

    private ObjectNode dressed(ObjectNode record) {
        if (switches.on("unknown-fields")) {
            record.put("interneFarve", "blå").set("koblinger", Json.object().putNull("regnskab"));
        }
        return switches.on("reformat") ? Reformat.all(record) : record;
    }
}
