package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.Status;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.relation.YesNo;

/** Bookkeepers and sellers. */
final class EconomicClickmatePeople extends People {

    private final SimulatedEconomic economic;
    private final SimulatedClickmate clickmate;
    private final EconomicClickmateBirths births;
    /** Numbers of customers that were deleted or renumbered. */
    private final List<String> freed = new ArrayList<>();

    EconomicClickmatePeople(World world, SimulatedEconomic economic, SimulatedClickmate clickmate) {
        super(world);
        this.economic = economic;
        this.clickmate = clickmate;
        this.births = new EconomicClickmateBirths(world, this, economic, clickmate);
    }

    EconomicClickmateBirths births() { return births; }

    private SimulatedVendor either() { return random.nextBoolean() ? economic : clickmate; }

    @Override void act() {
        int chance = random.nextInt(100);
        if (chance < 50) edit(either());
        else if (chance < 66) editOneFieldOnBothSides();
        else if (chance < 71) addContact(either());
        else if (chance < 74) removeContact(either());
        else if (chance < 78) births.atSource();
        else if (chance < 82) births.atTarget();
        else if (chance < 86) makeInBoth();
        else rare(chance);
    }

    private void rare(int chance) {
        if (chance < 90) renumber();
        else if (chance < 93) switchFlow();
        else if (chance < 95) births.onceMore(random.nextBoolean() ? Side.SOURCE : Side.TARGET);
        else if (chance < 97) deleteCustomer();
        else if (chance < 99) reuse();
        else delete(clickmate);
    }

    /** One of them now, the other within seconds or hours. */
    private void makeInBoth() {
        var first = random.nextBoolean() ? Side.SOURCE : Side.TARGET;
        var made = first == Side.SOURCE ? births.atSource() : births.atTarget();
        var delay = random.nextBoolean() ? Duration.ofSeconds(random.nextInt(30)) : Duration.ofMinutes(random.nextInt(300));
        world.time.after(delay, () -> births.onceMore(first, made));
    }

    private void addContact(SimulatedVendor vendor) {
        var root = any(vendor.history.living());
        if (root == null) return;
        var contact = births.contact(vendor);
        world.trace.say(root, "person adds " + contact.id() + " " + Telling.values(contact.values()));
        var relation = Held.plus(vendor.history.now(root).relation(), contact);
        vendor.put(root, relation, vendor.records(relation, root, contact.id(), contact.values()));
    }

    private void removeContact(SimulatedVendor vendor) {
        var root = any(vendor.history.living());
        var relation = root == null ? null : vendor.history.now(root).relation();
        var gone = root == null ? null : any(Held.contacts(relation).stream().map(Part::id).toList());
        if (gone == null) return;
        world.trace.say(root, "person removes " + gone);
        vendor.put(root, Held.without(relation, gone), vendor.records(relation, root, gone, Values.NONE));
    }

    private void renumber() {
        var record = any(economic.history.living());
        if (record == null) return;
        var number = anotherNumber();
        if (!economic.numbers.isFree(number)) return;
        world.trace.say(record, "person renumbers " + economic.numbers.of(record) + " to " + number);
        freed.add(economic.numbers.of(record));
        economic.renumber(record, number);
    }

    /** One that nobody ever had, that another customer had, or that a contact person has. */
    private String anotherNumber() {
        var free = any(freed.stream().filter(economic.numbers::isFree).toList());
        var fresh = "" + (5000 + random.nextInt(4000));
        return switch (random.nextInt(3)) {
            case 0 -> Optional.ofNullable(free).orElse(fresh);
            case 1 -> economic.numbers.ofContact().orElse(fresh);
            default -> fresh;
        };
    }

    private void deleteCustomer() {
        var record = any(economic.history.living());
        if (record == null) return;
        freed.add(economic.numbers.of(record));
        world.trace.say(record, "person deletes it");
        economic.put(record, null, List.of(record));
    }

    /** The number of one that is gone is another's now. */
    private void reuse() {
        var number = any(freed.stream().filter(economic.numbers::isFree).toList());
        if (number != null) births.atNumber(number);
    }

    /** A prospect becomes a customer, or the other way round; or it flows by itself, or does not. */
    private void switchFlow() {
        var root = any(clickmate.history.living());
        if (root == null) return;
        var relation = clickmate.history.now(root).relation();
        boolean isActive = Status.ACTIVE.name().equals(relation.values().get(Fields.STATUS).text());
        boolean flows = YesNo.YES.name().equals(relation.values().get(Fields.AUTO_SYNC).text());
        var values = random.nextInt(3) > 0 ? Values.NONE.with(Fields.STATUS, (isActive ? Status.PROSPECT : Status.ACTIVE).name())
            : Values.NONE.with(Fields.AUTO_SYNC, (flows ? YesNo.NO : YesNo.YES).name());
        world.trace.say(root, "person switches " + Telling.values(values));
        clickmate.put(root, Held.with(relation, "", values), List.of(root));
    }

    @Override Field<String> nameOf(Kind kind, String partId) { return partId.isEmpty() ? Fields.NAME : Fields.FULL_NAME; }
}
