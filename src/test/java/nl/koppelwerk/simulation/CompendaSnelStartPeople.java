package nl.koppelwerk.simulation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** Sellers in Compenda, and bookkeepers who now and then change in SnelStart what came from there. */
final class CompendaSnelStartPeople extends People {

    private final SimulatedCompenda compenda;
    private final SimulatedSnelStart snelstart;
    private final CompendaSnelStartBirths births;

    CompendaSnelStartPeople(World world, SimulatedCompenda compenda, SimulatedSnelStart snelstart) {
        super(world);
        this.compenda = compenda;
        this.snelstart = snelstart;
        this.births = new CompendaSnelStartBirths(world, this, compenda, snelstart);
    }

    CompendaSnelStartBirths births() { return births; }

    @Override void act() {
        int chance = random.nextInt(100);
        if (chance < 42) edit(compenda);
        else if (chance < 56) edit(snelstart);
        else if (chance < 67) editOneFieldOnBothSides();
        else if (chance < 74) changeHats();
        else if (chance < 77) mark(compenda);
        else if (chance < 86) births.atSource();
        else if (chance < 89) births.twiceAtSource();
        else rare(chance);
    }

    private void rare(int chance) {
        if (chance < 91) births.onceMoreAtTarget();
        else if (chance < 92) births.atTarget();
        else if (chance < 95) mark(snelstart);
        else if (chance < 97) typeWhatDoesNotFit();
        else if (chance < 99) births.inBoth();
        else delete(snelstart);
    }

    /** Roles are put on and taken off. */
    private void changeHats() {
        var root = any(compenda.history.living());
        if (root == null) return;
        var roles = births.roles();
        world.trace.say(root, "person makes it " + roles);
        compenda.put(root, Held.with(compenda.history.now(root).relation(), "", Values.NONE.with(Fields.ROLES, roles)), List.of(root));
    }

    /** Into the archive or out of it; inactive or active again. */
    private void mark(SimulatedVendor vendor) {
        var root = any(vendor.history.living());
        if (root == null) return;
        var relation = vendor.history.now(root).relation();
        Set<Mark> marks = relation.marks().contains(Mark.ARCHIVED) ? EnumSet.noneOf(Mark.class) : EnumSet.of(Mark.ARCHIVED);
        world.trace.say(root, "person marks " + marks);
        vendor.put(root, marked(relation, marks), List.of(root));
    }

    private static Relation marked(Relation r, Set<Mark> marks) {
        return new Relation(r.kind(), r.values(), r.parts(), marks, r.handles(), r.reference(), r.partsSeen());
    }

    /** A name that SnelStart is too small for, an address of another country than the VAT number, half of one, or one that names no country. */
    private void typeWhatDoesNotFit() {
        var root = any(compenda.history.living());
        if (root == null) return;
        var number = typed.fresh(Fields.PAYMENT_DAYS).text();
        var values = switch (random.nextInt(4)) {
            case 0 -> Values.NONE.with(Fields.NAME, "Vereniging tot Behoud van de Historische Binnenstad " + number);
            case 1 -> address("Meir", number, "2000", "Antwerpen", "BE");
            case 2 -> address("Coolsingel", number, "", "Rotterdam", "NL");
            default -> address("Coolsingel", number, "3011 AD", "Rotterdam", "");
        };
        world.trace.say(root, "person types " + Telling.values(values));
        compenda.type(root, "", values);
    }

    private static Values address(String street, String number, String postalCode, String city, String country) {
        Value<?> address = Address.TYPE.of(Address.of(street, number, postalCode, city, country));
        return Values.NONE.with(Fields.VISIT_ADDRESS, address);
    }

    @Override Field<String> nameOf(Kind kind, String partId) { return Fields.NAME; }
}
