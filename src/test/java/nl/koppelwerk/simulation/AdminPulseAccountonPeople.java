package nl.koppelwerk.simulation;

import java.util.List;
import java.util.Set;

import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Values;

/** The people of an office who keep its clients in AdminPulse and its declarations in Accounton. */
final class AdminPulseAccountonPeople extends People {

    private final SimulatedAdminPulse adminPulse;
    private final SimulatedAccounton accounton;
    private final AdminPulseAccountonBirths births;

    AdminPulseAccountonPeople(World world, SimulatedAdminPulse adminPulse, SimulatedAccounton accounton) {
        super(world, new BelgianTyped(world.random));
        this.adminPulse = adminPulse;
        this.accounton = accounton;
        this.births = new AdminPulseAccountonBirths(world, this, adminPulse, accounton);
    }

    AdminPulseAccountonBirths births() { return births; }

    @Override void act() {
        int chance = random.nextInt(100);
        if (chance < 36) edit(adminPulse);
        else if (chance < 52) edit(accounton);
        else if (chance < 62) editOneFieldOnBothSides();
        else if (chance < 68) couple();
        else if (chance < 72) change(Fields.STATUS);
        else if (chance < 76) change(Fields.RELATION_TYPES);
        else if (chance < 84) births.atSource();
        else rare(chance);
    }

    private void rare(int chance) {
        if (chance < 87) births.twiceAtSource();
        else if (chance < 90) births.onceMoreAtTarget();
        else if (chance < 92) births.atTarget();
        else if (chance < 94) births.inBoth();
        else if (chance < 96) mark();
        else if (chance < 98) delete(accounton);
        else if (chance < 99) delete(adminPulse);
        else mistype();
    }

    /** Two become a couple, on both sides of it or on one; or a couple parts. */
    void couple() {
        var people = adminPulse.history.living().stream().filter(root -> adminPulse.history.now(root).relation().kind() == Kind.PERSON).toList();
        var one = any(people);
        var other = any(people);
        if (one == null || one.equals(other)) return;
        boolean parts = adminPulse.partner(one) != null;
        var partner = parts ? adminPulse.partner(one) : other;
        world.trace.say(one, parts ? "person parts it from " + partner : "person makes it a couple with " + partner);
        adminPulse.marry(one, parts ? null : other);
        if (parts ? one.equals(adminPulse.partner(partner)) : adminPulse.partner(partner) == null && random.nextInt(4) > 0) adminPulse.marry(partner, parts ? null : one);
    }

    private void change(Field<?> field) {
        var root = any(adminPulse.history.living());
        if (root == null) return;
        var value = field.equals(Fields.STATUS) ? births.status() : births.taskflows();
        world.trace.say(root, "person makes its " + field + " " + value.text());
        adminPulse.put(root, Held.with(adminPulse.history.now(root).relation(), "", Values.NONE.with(field, value)), List.of(root));
    }

    /** Inactive, or active again. */
    private void mark() {
        var root = any(adminPulse.history.living());
        if (root == null) return;
        var relation = adminPulse.history.now(root).relation();
        world.trace.say(root, "person makes it inactive, or active again");
        adminPulse.put(root, relation.with(relation.marks().isEmpty() ? Set.of(Mark.ARCHIVED) : Set.of()), List.of(root));
    }

    /** A national number with a slip of the finger, on either side. */
    private void mistype() {
        var vendor = random.nextInt(3) > 0 ? adminPulse : accounton;
        var root = any(vendor.history.living().stream().filter(each -> vendor.history.now(each).relation().kind() == Kind.PERSON).toList());
        if (root == null) return;
        var number = typed.invalid(Fields.RIJKSREGISTERNUMMER);
        world.trace.say(root, "person mistypes its number " + number.text());
        vendor.put(root, Held.with(vendor.history.now(root).relation(), "", Values.NONE.with(Fields.RIJKSREGISTERNUMMER, number)), List.of(root));
    }

    @Override Field<String> nameOf(Kind kind, String partId) { return Fields.LAST_NAME; }
}
