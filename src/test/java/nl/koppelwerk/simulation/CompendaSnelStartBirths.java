package nl.koppelwerk.simulation;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import nl.koppelwerk.link.Hat;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/** The relations that sellers make in Compenda, and the relaties that bookkeepers had, or make, in SnelStart. */
final class CompendaSnelStartBirths {

    private static final List<String> ROLES = List.of("DEBTOR", "DEBTOR", "DEBTOR", "DEBTOR", "CREDITOR", "CREDITOR", "CREDITOR,DEBTOR", "CREDITOR,DEBTOR", "DEBTOR,PROSPECT", "PROSPECT");
    private static final List<Field<?>> KEYS = List.of(Fields.KVK_NUMMER, Fields.EMAILS, Fields.BTW_NUMMER);
    private final World world;
    private final Random random;
    private final People people;
    private final SimulatedCompenda compenda;
    private final SimulatedSnelStart snelstart;

    CompendaSnelStartBirths(World world, People people, SimulatedCompenda compenda, SimulatedSnelStart snelstart) {
        this.world = world;
        this.random = world.random;
        this.people = people;
        this.compenda = compenda;
        this.snelstart = snelstart;
    }

    /** @return the root under its first hat */
    String atSource() { return atSource(roles(), filled(compenda)); }

    private String atSource(String roles, Values values) {
        var root = new Hat(world.id("CMP"), roles.startsWith("CREDITOR") && !roles.contains("DEBTOR") ? "creditor" : "debtor").root();
        var marks = random.nextInt(15) == 0 ? Set.of(Mark.ARCHIVED) : Set.<Mark>of();
        var kind = random.nextInt(4) == 0 ? Kind.PERSON : Kind.ORGANISATION;
        world.trace.say(root, "person makes it " + kind + " " + roles + " " + Telling.values(values));
        compenda.put(root, new Relation(kind, values.with(Fields.ROLES, roles), List.of(), marks, Map.of(), "", Set.of(PartKind.CONTACT, PartKind.ROLE)), List.of(root));
        return root;
    }

    String roles() { return ROLES.get(random.nextInt(ROLES.size())); }

    String atTarget() { return atTarget(random.nextInt(3) > 0 ? "DEBTOR" : "CREDITOR", filled(snelstart)); }

    private String atTarget(String kind, Values values) {
        var root = world.id("R");
        world.trace.say(root, "person makes it " + kind + " " + Telling.values(values));
        snelstart.put(root, SimulatedSnelStart.relatie(values.with(Fields.RELATION_TYPES, kind), snelstart.nextCode()), List.of(root));
        return root;
    }

    /** Who is a customer for years before the CRM is coupled. */
    void inBoth() {
        var values = filled(compenda);
        var root = atSource(roles(), values);
        atTarget(Hat.of(root).orElseThrow().facet().toUpperCase(java.util.Locale.ROOT), resembling(snelstart, values));
    }

    /** A person makes in SnelStart what Compenda has already, a moment before or after the hub does. */
    void onceMoreAtTarget() {
        var there = people.any(compenda.history.living());
        if (there != null) atTarget(Hat.of(there).orElseThrow().facet().toUpperCase(java.util.Locale.ROOT), resembling(snelstart, compenda.history.now(there).relation().values()));
    }

    /** A second relation that shares a key with the first. */
    void twiceAtSource() {
        var there = people.any(compenda.history.living());
        if (there != null) atSource(roles(), resembling(compenda, compenda.history.now(there).relation().values()));
    }

    /** The same keys, now and then but one of them; of the rest each knows something. */
    private Values resembling(SimulatedVendor vendor, Values other) {
        var own = filled(vendor);
        for (var field : own.fields()) {
            var theirs = other.get(field);
            boolean isSame = KEYS.contains(field) ? random.nextInt(5) > 0 : random.nextBoolean();
            if (isSame && !theirs.isAbsent()) own = own.with(field, vendor.formed(field, theirs));
        }
        return own;
    }

    /** Most have a name. */
    private Values filled(SimulatedVendor vendor) {
        var values = people.filled(vendor, Kind.ORGANISATION, PartKind.ROOT);
        boolean isNameless = !values.get(Fields.NAME).isFilled() && (vendor == snelstart || random.nextInt(3) > 0);
        return isNameless ? values.with(Fields.NAME, people.typed.fresh(Fields.NAME)) : values;
    }
}
