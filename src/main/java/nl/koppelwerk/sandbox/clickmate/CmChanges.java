package nl.koppelwerk.sandbox.clickmate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Keeps what a person or a program changed: version and moment of the customer move, and whoever registered hears of it. */
final class CmChanges {

    private final CmCustomers customers;
    private final CmWebhooks webhooks;
    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final Ids ids;

    CmChanges(CmCustomers customers, CmWebhooks webhooks, SwitchPanel switches, SandboxClock clock, Ids ids) {
        this.customers = customers;
        this.webhooks = webhooks;
        this.switches = switches;
        this.clock = clock;
        this.ids = ids;
    }

    /** A customer with its own members over those that every customer has. */
    ObjectNode fresh(ObjectNode wanted) {
        var customer = Json.object().put("id", "CLK-" + (900_000 + ids.number())).put("lifecycle", "PROSPECT").put("autoSync", true);
        customer.putArray("contacts");
        customer.putArray("externalRefs");
        Json.merge(customer, wanted);
        customer.get("contacts").forEach(this::named);
        return customer.put("version", 0);
    }

    /** Gives a contact its id, if it has none. */
    ObjectNode named(JsonNode contact) {
        return contact.has("id") ? (ObjectNode) contact : ((ObjectNode) contact).put("id", "CLK-P-" + (900_000 + ids.number()));
    }

    ObjectNode created(ObjectNode customer, boolean byProgram) {
        return kept(customer, "customer.created", Optional.empty(), byProgram);
    }

    ObjectNode updated(ObjectNode customer, String lifecycleBefore, boolean byProgram) {
        var becameActive = !lifecycleBefore.equals("ACTIVE") && customer.path("lifecycle").asText().equals("ACTIVE");
        return kept(customer, becameActive ? "customer.activated" : "customer.updated", Optional.empty(), byProgram);
    }

    ObjectNode contactUpdated(ObjectNode customer, String contact, boolean byProgram) {
        return kept(customer, "contact.updated", Optional.of(contact), byProgram);
    }

    /** Keeps a customer without telling anybody, as an import does. */
    ObjectNode silently(ObjectNode customer) {
        customer.put("version", customer.path("version").asInt() + 1).put("modifiedAt", now());
        customers.put(customer);
        return customer;
    }

    private ObjectNode kept(ObjectNode customer, String event, Optional<String> contact, boolean byProgram) {
        silently(customer);
        if (!byProgram || switches.is("echo", "yes")) {
            webhooks.happened(event, Optional.of(customer.get("id").textValue()), contact);
        }
        return customer;
    }

    /** The system's own clock, in whole seconds. */
    private long now() {
        var now = clock.millis() + (long) switches.number("clock-skew-s") * 1000;
        return now - Math.floorMod(now, 1000);
    }
}
