package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The one road of every change, whoever makes it: a new version, a later {@code lastUpdated}, and a webhook to who registered. */
final class EcoChanges {

    private final EcoRecords records;
    private final EcoTime time;
    private final Ids ids;
    private final SwitchPanel switches;
    private final EcoWebhooks webhooks;

    EcoChanges(EcoRecords records, EcoTime time, Ids ids, SwitchPanel switches, EcoWebhooks webhooks) {
        this.records = records;
        this.time = time;
        this.ids = ids;
        this.switches = switches;
        this.webhooks = webhooks;
    }

    ObjectNode created(ObjectNode customer) {
        records.customers().put(stamped(customer));
        webhooks.created(number(customer));
        return customer;
    }

    /** A write that says what was there already is a change as well. */
    ObjectNode changed(ObjectNode customer) {
        records.customers().put(stamped(customer));
        webhooks.changed(number(customer), number(customer));
        return customer;
    }

    /** Its contacts follow; nothing of their own has changed, so their stamps stand still. */
    ObjectNode renumbered(ObjectNode customer, int from) {
        records.customers().remove(from);
        records.customers().put(stamped(customer));
        for (var number : List.copyOf(records.contacts().of(from))) {
            records.contacts().put(records.contacts().find(number).orElseThrow().put("customer", number(customer)));
        }
        webhooks.changed(from, number(customer));
        return customer;
    }

    /** The contacts go with it, so that whoever gets the number next does not inherit them. */
    void deleted(int number) {
        List.copyOf(records.contacts().of(number)).forEach(records.contacts()::remove);
        records.customers().remove(number);
        webhooks.deleted(number);
    }

    /** A contact that has no number yet is a new one. */
    ObjectNode contact(ObjectNode contact) {
        var owner = contact.get("customer").intValue();
        if (!contact.has(EcoContact.NUMBER)) {
            contact.put("sortKey", 1 + records.contacts().of(owner).stream().mapToInt(one -> records.contacts().find(one).orElseThrow().get("sortKey").intValue()).max().orElse(0));
            contact.put(EcoContact.NUMBER, records.nextContact());
        }
        records.contacts().put(stamped(contact));
        touch(owner);
        return contact;
    }

    void contactDeleted(ObjectNode contact) {
        contact(contact.put("deleted", true));
    }

    /** As by a mend in the vendor's own database: no version, no stamp, no webhook. */
    ObjectNode mended(ObjectNode customer) {
        records.customers().put(customer);
        return customer;
    }

    private void touch(int owner) {
        if (switches.is("contact-touches-customer", "yes")) {
            changed(records.customers().find(owner).orElseThrow());
        }
    }

    private ObjectNode stamped(ObjectNode record) {
        return record.put("lastUpdated", time.stamp()).put("version", EcoIds.version(ids));
    }

    static int number(ObjectNode customer) {
        return customer.get(EcoField.NUMBER).intValue();
    }

    /** A customer with nothing but its number. */
    static ObjectNode blank(int number) {
        return Json.object().put(EcoField.NUMBER, number);
    }
}
