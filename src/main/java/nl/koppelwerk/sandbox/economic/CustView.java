package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Reformat;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Kept records under the names of the customers API; empty properties are left out. */
final class CustView {

    private final SwitchPanel switches;

    CustView(SwitchPanel switches) {
        this.switches = switches;
    }

    ObjectNode customer(ObjectNode kept) {
        var wire = Json.object().put(EcoField.NUMBER, EcoChanges.number(kept));
        EcoField.ofCust().filter(field -> kept.has(field.kept())).forEach(field -> wire.set(field.cust(), kept.get(field.kept())));
        wire.put("access", !kept.path("barred").asBoolean());
        var address = EcoAddress.of(kept.path("address").asText(""));
        if (!address.first().isEmpty()) {
            wire.put("address1", address.first());
        }
        if (!address.rest().isEmpty()) {
            wire.put("address2", address.rest());
        }
        return dressed(wire).put("objectVersion", kept.get("version").textValue());
    }

    ObjectNode contact(ObjectNode kept) {
        var wire = Json.object().put("number", kept.get(EcoContact.NUMBER).intValue()).put("customerNumber", kept.get("customer").intValue())
                .put("userInterfaceNumber", kept.get("sortKey").intValue());
        EcoContact.TEXTS.keySet().stream().filter(kept::has).forEach(name -> wire.set(name, kept.get(name)));
        EcoContact.FLAGS.forEach((flag, word) -> wire.put(flag, EcoContact.notified(kept, word)));
        EcoContact.ONLY_CUST.forEach(flag -> wire.put(flag, kept.path(flag).asBoolean()));
        wire.put("lastUpdated", kept.get("lastUpdated").textValue()).put("isDeleted", kept.path("deleted").asBoolean()).put("active", !kept.path("deleted").asBoolean());
        return dressed(wire).put("objectVersion", kept.get("version").textValue());
    }

    private ObjectNode dressed(ObjectNode wire) {
        if (switches.on("unknown-fields")) {
            wire.put("reminderProfileId", 2);
        }
        return switches.on("reformat") ? Reformat.all(wire) : wire;
    }
}
