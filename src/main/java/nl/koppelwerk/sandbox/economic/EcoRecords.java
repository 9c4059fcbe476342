package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Journal;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** All that the agreement holds, one set of records under both APIs. */
final class EcoRecords {

    private final EcoTable customers;
    private final EcoTable contacts;
    private final EcoLists lists;
    private final Bucket settings;
    private final SwitchPanel switches;

    EcoRecords(Journal journal, SwitchPanel switches) {
        this.customers = new EcoTable(EcoField.NUMBER, journal.bucket("economic/customers"));
        this.contacts = new EcoTable(EcoContact.NUMBER, journal.bucket("economic/contacts"));
        this.lists = new EcoLists(journal);
        this.settings = journal.bucket("economic/numbers");
        this.switches = switches;
    }

    EcoTable customers() {
        return customers;
    }

    EcoTable contacts() {
        return contacts;
    }

    EcoLists lists() {
        return lists;
    }

    void clear() {
        customers.clear();
        contacts.clear();
        lists.clear();
        settings.clear();
    }

    /** A number that was deleted may be given out again. */
    int nextCustomer() {
        return switches.is("number-assign", "max-plus-one") ? customers.maxPlusOne() : customers.lowestFree();
    }

    /** Never one that was given out before: it is unique in the agreement. */
    int nextContact() {
        var next = Math.max(settings.get("contact").map(kept -> kept.get("next").intValue()).orElse(1), contacts.maxPlusOne());
        settings.put("contact", Json.object().put("next", next + 1));
        return next;
    }

    /** The contacts of a customer that are not deleted, in the order of their numbers. */
    List<ObjectNode> contactsOf(int customer) {
        return contacts.of(customer).stream().map(number -> contacts.find(number).orElseThrow()).filter(contact -> !contact.path("deleted").asBoolean()).toList();
    }

    /** Whether a deleted contact can still be seen. */
    boolean shows(EcoRow contact) {
        return !contact.deleted() || switches.is("deleted-contact", "200-with-deleted-true");
    }
}
