package nl.koppelwerk.sandbox.clickmate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.sandbox.ByChange;
import nl.koppelwerk.sandbox.ContactsDesk;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.RecordEvents;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Keeps what was changed: version and moment of the customer move, and whoever registered hears of it. */
final class CmChanges implements ContactsDesk.Changes {

    private final ByChange customers;
    private final RecordEvents events;
    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final Ids ids;

    CmChanges(ByChange customers, RecordEvents events, SwitchPanel switches, SandboxClock clock, Ids ids) {
        this.customers = customers;
        this.events = events;
        this.switches = switches;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public ObjectNode fresh(ObjectNode wanted) {
        var customer = Json.object().put("id", "CLK-" + (900_000 + ids.number())).put("lifecycle", "PROSPECT").put("autoSync", true);
        customer.putArray("contacts");
        customer.putArray("externalRefs");
        Json.merge(customer, wanted);
        customer.get("contacts").forEach(contact -> named((ObjectNode) contact));
        return customer.put("version", 0);
    }

    @Override
    public ObjectNode named(ObjectNode contact) {
        return contact.has("id") ? contact : contact.put("id", "CLK-P-" + (900_000 + ids.number()));
    }

    @Override
    public ObjectNode created(ObjectNode customer) {
        return told(silently(customer), "customer.created");
    }

    @Override
    public ObjectNode updated(ObjectNode before, ObjectNode after) {
        var becameActive = !isActive(before) && isActive(after);
        return told(silently(after), becameActive ? "customer.activated" : "customer.updated");
    }

    @Override
    public ObjectNode contactUpdated(ObjectNode customer, String contact) {
        silently(customer);
        events.happened("contact.updated", contact, "customerId", customer.get("id").textValue());
        return customer;
    }

    @Override
    public ObjectNode silently(ObjectNode customer) {
        customer.put("version", customer.path("version").asInt() + 1).put("modifiedAt", now());
        customers.put(customer);
        return customer;
    }

    private ObjectNode told(ObjectNode customer, String event) {
        events.happened(event, customer.get("id").textValue());
        return customer;
    }

    private static boolean isActive(ObjectNode customer) {
        return customer.path("lifecycle").asText().equals("ACTIVE");
    }

    /** The system's own clock, in whole seconds. */
    private long now() {
        var now = clock.millis() + (long) switches.number("clock-skew-s") * 1000;
        return now - Math.floorMod(now, 1000);
    }
}
