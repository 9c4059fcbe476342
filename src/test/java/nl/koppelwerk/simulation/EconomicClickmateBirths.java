package nl.koppelwerk.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Status;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.relation.YesNo;

/** The customers that people make, some of them the same in both systems. */
final class EconomicClickmateBirths {

    private final World world;
    private final Random random;
    private final People people;
    private final SimulatedEconomic economic;
    private final SimulatedClickmate clickmate;

    EconomicClickmateBirths(World world, People people, SimulatedEconomic economic, SimulatedClickmate clickmate) {
        this.world = world;
        this.random = world.random;
        this.people = people;
        this.economic = economic;
        this.clickmate = clickmate;
    }

    String atSource() { return atSource(economic.numbers.next(), filled(economic), contacts(economic)); }

    /** By a number of the person's choice, which may have been another customer's. */
    void atNumber(String number) { atSource(number, filled(economic), contacts(economic)); }

    private String atSource(String number, Values values, List<Part> contacts) {
        var record = world.id("e");
        var office = Values.NONE.with(Fields.CUSTOMER_GROUP, "1").with(Fields.PAYMENT_TERMS, "1").with(Fields.VAT_ZONE, "1").with(Fields.CURRENCY, "DKK");
        economic.numbers.give(number, record);
        world.trace.say(record, "person makes it as " + number + " " + Telling.values(values));
        economic.put(record, SimulatedEconomic.customer(number, values.with(office)).withParts(contacts), records(record, contacts));
        return record;
    }

    String atTarget() { return atTarget(filled(clickmate), contacts(clickmate)); }

    private String atTarget(Values values, List<Part> contacts) {
        var root = world.id("CLK");
        var status = random.nextInt(4) > 0 ? Status.ACTIVE : Status.PROSPECT;
        var made = SimulatedClickmate.customer("", values, status, random.nextInt(12) > 0 ? YesNo.YES : YesNo.NO);
        world.trace.say(root, "person makes it " + status + " " + Telling.values(values));
        clickmate.put(root, made.withParts(contacts), records(root, contacts));
        return root;
    }

    private static List<String> records(String root, List<Part> contacts) {
        var records = new ArrayList<>(List.of(root));
        contacts.forEach(part -> records.add(part.id()));
        return records;
    }

    /** The same customer twice, known by at least one key. */
    void inBoth() {
        var values = filled(economic);
        atSource(economic.numbers.next(), values, contacts(economic));
        atTarget(resembling(clickmate, values), contacts(clickmate));
    }

    /** A person makes in the other system what one of them has already. */
    void onceMore(Side from) {
        var there = people.any(world.vendor(from).history.living());
        if (there != null) onceMore(from, there);
    }

    void onceMore(Side from, String there) {
        var values = world.vendor(from).history.of(there).get(0).relation().values();
        if (from == Side.TARGET) atSource(economic.numbers.next(), resembling(economic, values), List.of());
        else atTarget(resembling(clickmate, values), List.of());
    }

    /** Both type the same keys; of the rest each knows something. */
    private Values resembling(SimulatedVendor vendor, Values other) {
        var own = filled(vendor);
        for (var field : own.fields()) {
            boolean isKey = field.equals(Fields.CVR_NUMMER) || field.equals(Fields.EAN_NUMMER) || field.equals(Fields.EMAIL);
            Value<?> theirs = other.get(field);
            if (!theirs.isAbsent() && (isKey || random.nextBoolean())) own = own.with(field, vendor.formed(field, isKey && random.nextInt(6) == 0 ? Value.empty() : theirs));
        }
        return own;
    }

    private Values filled(SimulatedVendor vendor) { return people.filled(vendor, Kind.ORGANISATION, PartKind.ROOT); }

    private List<Part> contacts(SimulatedVendor vendor) {
        var contacts = new ArrayList<Part>();
        for (int i = random.nextInt(3); i > 0; i--) contacts.add(contact(vendor));
        return contacts;
    }

    Part contact(SimulatedVendor vendor) {
        var id = vendor == economic ? economic.numbers.nextContact() : world.id("P");
        return new Part(PartKind.CONTACT, id, people.filled(vendor, Kind.ORGANISATION, PartKind.CONTACT));
    }
}
