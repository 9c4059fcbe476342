package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Reformat;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Kept records as REST shows them: empty properties left out, references with addresses, whatever belongs to them as links. */
final class RestView {

    private final SwitchPanel switches;

    RestView(SwitchPanel switches) {
        this.switches = switches;
    }

    /** As a list shows it. */
    ObjectNode customer(ObjectNode kept, RestLinks links) {
        var number = EcoChanges.number(kept);
        var wire = Json.object().put(EcoField.NUMBER, number);
        EcoField.ofRest().filter(field -> kept.has(field.rest())).forEach(field -> property(wire, field, kept, links));
        wire.put("balance", 0.0).put("dueAmount", 0.0).put("lastUpdated", kept.get("lastUpdated").textValue());
        flag(wire, "barred", kept.path("barred").asBoolean(), false);
        flag(wire, "eInvoicingDisabledByDefault", kept.path("eInvoicingDisabledByDefault").asBoolean(), true);
        belongings(wire, number, links);
        return dressed(wire).put("self", links.to("customers", number));
    }

    /** As an answer of its own shows it. */
    ObjectNode one(ObjectNode kept, RestLinks links) {
        var wire = customer(kept, links);
        var self = wire.remove("self");
        var actions = wire.putObject("metaData");
        actions.set("delete", RestLinks.action("Delete this customer.", self.textValue(), "delete"));
        actions.set("replace", RestLinks.action("Replace this customer.", self.textValue(), "put"));
        return wire.set("self", self);
    }

    ObjectNode contact(ObjectNode kept, RestLinks links) {
        var owner = kept.get("customer").intValue();
        var wire = Json.object().put(EcoContact.NUMBER, kept.get(EcoContact.NUMBER).intValue());
        EcoContact.TEXTS.keySet().stream().filter(kept::has).forEach(name -> wire.set(name, kept.get(name)));
        if (!kept.path("emailNotifications").isEmpty()) {
            wire.set("emailNotifications", kept.get("emailNotifications"));
        }
        wire.set("customer", links.reference(EcoField.NUMBER, owner, "customers"));
        flag(wire, "deleted", kept.path("deleted").asBoolean(), false);
        wire.set("sortKey", kept.get("sortKey"));
        return dressed(wire).put("self", links.to("customers", owner, "contacts", kept.get(EcoContact.NUMBER)));
    }

    private void property(ObjectNode wire, EcoField field, ObjectNode kept, RestLinks links) {
        var value = kept.get(field.rest());
        switch (field.kind()) {
            case FLAG -> { }
            case REFERENCE -> wire.set(field.rest(), EcoField.PUT_ONLY.contains(field.rest())
                    ? Json.object().put(field.key(), value.intValue()).put("self", links.to("customers", EcoChanges.number(kept), field.path(), value))
                    : links.reference(field.key(), value.intValue(), field.path()));
            default -> wire.set(field.rest(), value);
        }
    }

    private void flag(ObjectNode wire, String name, boolean value, boolean sentLive) {
        var sent = switch (switches.get("booleans")) {
            case "all-sent" -> true;
            case "none-sent" -> value;
            default -> value || sentLive;
        };
        if (sent) {
            wire.put(name, value);
        }
    }

    private static void belongings(ObjectNode wire, int number, RestLinks links) {
        wire.put("contacts", links.to("customers", number, "contacts")).put("deliveryLocations", links.to("customers", number, "delivery-locations"));
        wire.putObject("templates").put("invoice", links.to("customers", number, "templates", "invoice"))
                .put("invoiceLine", links.to("customers", number, "templates", "invoiceline")).put("self", links.to("customers", number, "templates"));
        wire.putObject("totals").put("drafts", links.to("invoices", "totals", "drafts", "customers", number))
                .put("booked", links.to("invoices", "totals", "booked", "customers", number)).put("self", links.to("customers", number, "totals"));
        wire.putObject("invoices").put("drafts", links.to("customers", number, "invoices", "drafts"))
                .put("booked", links.to("customers", number, "invoices", "booked")).put("self", links.to("customers", number, "invoices"));
    }

    private ObjectNode dressed(ObjectNode wire) {
        if (switches.on("unknown-fields")) {
            wire.putObject("reminderProfile").put("level", 2);
        }
        return switches.on("reformat") ? Reformat.all(wire) : wire;
    }
}
