package nl.koppelwerk.simulation;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;

/** Lawyers and their secretaries. */
final class AdvocaatCentraalTribePeople extends People {

    private final SimulatedVendor ac;
    private final SimulatedVendor tribe;
    private final AdvocaatCentraalTribeBirths births;

    AdvocaatCentraalTribePeople(World world, SimulatedVendor ac, SimulatedVendor tribe) {
        super(world);
        this.ac = ac;
        this.tribe = tribe;
        this.births = new AdvocaatCentraalTribeBirths(world, this, ac, tribe);
    }

    AdvocaatCentraalTribeBirths births() { return births; }

    @Override void act() {
        int chance = random.nextInt(100);
        if (chance < 55) edit(random.nextBoolean() ? ac : tribe);
        else if (chance < 72) editOneFieldOnBothSides();
        else if (chance < 77) onAc(this::addContact);
        else if (chance < 80) onAc(this::removeContact);
        else if (chance < 82) mark(Mark.ARCHIVED);
        else if (chance < 84) mark(Mark.DELETED);
        else if (chance < 88) retype();
        else if (chance < 92) births.atSource();
        else rare(chance);
    }

    private void rare(int chance) {
        if (chance < 94) births.atTarget("", random.nextBoolean() ? Kind.PERSON : Kind.ORGANISATION);
        else if (chance < 96) addContactAtTarget();
        else if (chance < 97) removeContactAtTarget();
        else if (chance < 98) delete(tribe);
        else if (chance < 99) merge();
        else delete(ac);
    }

    private void onAc(java.util.function.BiConsumer<String, Relation> deed) {
        var root = any(ac.history.living());
        if (root != null) deed.accept(root, ac.history.now(root).relation());
    }

    private void addContact(String root, Relation relation) {
        var contact = new Part(PartKind.CONTACT, world.id("K"), filled(ac, relation.kind(), PartKind.CONTACT));
        world.trace.say(root, "person adds " + contact.id());
        ac.put(root, Held.plus(relation, contact), List.of(root));
    }

    private void removeContact(String root, Relation relation) {
        var gone = any(Held.contacts(relation).stream().map(Part::id).toList());
        if (gone == null) return;
        world.trace.say(root, "person removes " + gone);
        ac.put(root, Held.without(relation, gone), List.of(root));
    }

    private void mark(Mark mark) {
        onAc((root, relation) -> {
            var marks = relation.marks().isEmpty() ? EnumSet.noneOf(Mark.class) : EnumSet.copyOf(relation.marks());
            if (!marks.remove(mark)) marks.add(mark);
            world.trace.say(root, "person marks " + marks);
            ac.put(root, marked(relation, marks), List.of(root));
        });
    }

    private static Relation marked(Relation r, Set<Mark> marks) {
        return new Relation(r.kind(), r.values(), r.parts(), marks, r.handles(), r.reference(), r.partsSeen());
    }

    private void retype() {
        onAc((root, relation) -> {
            var types = births.types();
            world.trace.say(root, "person retypes " + types.text());
            ac.put(root, relation.with(relation.values().with(Fields.RELATION_TYPES, types)), List.of(root));
        });
    }

    /** Two organisations in Tribe become one: the second is gone, its contact persons are the first one's. */
    private void merge() {
        var organisations = tribe.history.living().stream().filter(root -> tribe.history.now(root).relation().kind() == Kind.ORGANISATION).toList();
        var kept = any(organisations);
        var gone = any(organisations.stream().filter(root -> !root.equals(kept)).toList());
        if (gone == null) return;
        var moved = Held.contacts(tribe.history.now(gone).relation());
        world.trace.say(kept, "person merges " + gone + " into it");
        world.trace.say(gone, "person merges it into " + kept);
        var whole = tribe.history.now(kept).relation();
        for (var contact : moved) whole = Held.plus(whole, contact);
        tribe.put(gone, null, List.of(gone));
        tribe.put(kept, whole, java.util.stream.Stream.concat(java.util.stream.Stream.of(kept), moved.stream().map(Part::id)).toList());
    }

    private void addContactAtTarget() {
        var root = any(tribe.history.living());
        if (root == null || tribe.history.now(root).relation().kind() == Kind.PERSON) return;
        var id = world.id("c");
        var contact = new Part(PartKind.CONTACT, id, filled(tribe, Kind.ORGANISATION, PartKind.CONTACT), Map.of("Person", world.id("p")), "");
        world.trace.say(root, "person adds " + id);
        tribe.put(root, Held.plus(tribe.history.now(root).relation(), contact), List.of(id));
    }

    private void removeContactAtTarget() {
        var root = any(tribe.history.living());
        var gone = root == null ? null : any(Held.contacts(tribe.history.now(root).relation()).stream().map(Part::id).toList());
        if (gone == null) return;
        world.trace.say(root, "person removes " + gone);
        tribe.put(root, Held.without(tribe.history.now(root).relation(), gone), List.of(gone));
    }
}
