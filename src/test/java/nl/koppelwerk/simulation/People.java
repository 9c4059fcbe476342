package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** The people of the office: they work in both systems and know nothing of each other. */
final class People {

    private final World world;
    private final Random random;
    private final Typed typed;
    private final Births births;

    People(World world) {
        this.world = world;
        this.random = world.random;
        this.typed = new Typed(world.random);
        this.births = new Births(world, typed);
    }

    Births births() { return births; }

    void act() {
        int chance = random.nextInt(100);
        if (chance < 55) edit(random.nextBoolean() ? world.ac : world.tribe);
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
        else if (chance < 98) delete(world.tribe);
        else if (chance < 99) merge();
        else delete(world.ac);
    }

    private void edit(SimulatedVendor vendor) {
        var root = any(vendor.history.living());
        if (root == null) return;
        var relation = vendor.history.now(root).relation();
        var contacts = Held.contacts(relation);
        var partId = contacts.isEmpty() || random.nextInt(3) == 0 ? "" : contacts.get(random.nextInt(contacts.size())).id();
        var values = Values.NONE;
        for (int i = random.nextInt(3); i >= 0; i--) {
            var field = anyField(vendor, relation, partId);
            values = values.with(field, next(vendor, root, partId, field));
        }
        type(vendor, root, partId, values);
    }

    private Value<?> next(SimulatedVendor vendor, String root, String partId, Field<?> field) {
        var states = vendor.history.of(root);
        var now = Held.value(states.get(states.size() - 1).relation(), partId, field);
        var before = Held.value(states.get(random.nextInt(states.size())).relation(), partId, field);
        return typed.next(field, now.isAbsent() ? Value.empty() : now, before);
    }

    private void type(SimulatedVendor vendor, String root, String partId, Values values) {
        world.trace.say(root, "person types " + (partId.isEmpty() ? "" : partId + " ") + Telling.values(values));
        vendor.type(root, partId, values);
    }

    private void editOneFieldOnBothSides() {
        var root = any(world.ac.history.living());
        var partners = root == null ? List.<String>of() : world.tribe.withReference(root, world.time.instant());
        if (partners.isEmpty()) return;
        var relation = world.ac.history.now(root).relation();
        var contact = any(Held.contacts(relation).stream().map(Part::id).toList());
        var partId = contact == null || random.nextBoolean() ? "" : contact;
        var field = anyField(world.ac, relation, partId);
        var mine = next(world.ac, root, partId, field);
        var theirs = random.nextInt(4) == 0 ? mine : typed.next(field, Value.empty(), mine);
        type(world.ac, root, partId, Values.NONE.with(field, mine));
        world.time.after(Duration.ofSeconds(random.nextInt(400)), () -> atPartner(partners.get(0), partId, Values.NONE.with(field, theirs)));
    }

    private void atPartner(String root, String sourcePart, Values values) {
        var state = world.tribe.history.now(root);
        if (state == null) return;
        var partId = sourcePart.isEmpty() ? "" : Held.contacts(state.relation()).stream().filter(p -> p.reference().equals(sourcePart)).map(Part::id).findFirst().orElse(null);
        if (partId != null) type(world.tribe, root, partId, values);
    }

    private void onAc(java.util.function.BiConsumer<String, Relation> deed) {
        var root = any(world.ac.history.living());
        if (root != null) deed.accept(root, world.ac.history.now(root).relation());
    }

    private void addContact(String root, Relation relation) {
        var contact = new Part(PartKind.CONTACT, world.id("K"), births.filled(world.ac, relation.kind(), PartKind.CONTACT));
        world.trace.say(root, "person adds " + contact.id());
        world.ac.put(root, Held.plus(relation, contact), List.of(root));
    }

    private void removeContact(String root, Relation relation) {
        var gone = any(Held.contacts(relation).stream().map(Part::id).toList());
        if (gone == null) return;
        world.trace.say(root, "person removes " + gone);
        world.ac.put(root, Held.without(relation, gone), List.of(root));
    }

    private void mark(Mark mark) {
        onAc((root, relation) -> {
            var marks = relation.marks().isEmpty() ? EnumSet.noneOf(Mark.class) : EnumSet.copyOf(relation.marks());
            if (!marks.remove(mark)) marks.add(mark);
            world.trace.say(root, "person marks " + marks);
            world.ac.put(root, marked(relation, marks), List.of(root));
        });
    }

    private static Relation marked(Relation r, Set<Mark> marks) {
        return new Relation(r.kind(), r.values(), r.parts(), marks, r.handles(), r.reference(), r.partsSeen());
    }

    private void retype() {
        onAc((root, relation) -> {
            var types = births.types();
            world.trace.say(root, "person retypes " + types.text());
            world.ac.put(root, relation.with(relation.values().with(Fields.RELATION_TYPES, types)), List.of(root));
        });
    }

    private void delete(SimulatedVendor vendor) {
        var root = any(vendor.history.living());
        if (root == null) return;
        world.trace.say(root, "person deletes it");
        vendor.put(root, null, List.of(root));
    }

    /** Two organisations in Tribe become one: the second is gone, its contact persons are the first one's. */
    private void merge() {
        var organisations = world.tribe.history.living().stream().filter(root -> world.tribe.history.now(root).relation().kind() == Kind.ORGANISATION).toList();
        var kept = any(organisations);
        var gone = any(organisations.stream().filter(root -> !root.equals(kept)).toList());
        if (gone == null) return;
        var moved = Held.contacts(world.tribe.history.now(gone).relation());
        world.trace.say(kept, "person merges " + gone + " into it");
        world.trace.say(gone, "person merges it into " + kept);
        var whole = world.tribe.history.now(kept).relation();
        for (var contact : moved) whole = Held.plus(whole, contact);
        world.tribe.put(gone, null, List.of(gone));
        world.tribe.put(kept, whole, java.util.stream.Stream.concat(java.util.stream.Stream.of(kept), moved.stream().map(Part::id)).toList());
    }

    private void addContactAtTarget() {
        var root = any(world.tribe.history.living());
        if (root == null || world.tribe.history.now(root).relation().kind() == Kind.PERSON) return;
        var id = world.id("c");
        var contact = new Part(PartKind.CONTACT, id, births.filled(world.tribe, Kind.ORGANISATION, PartKind.CONTACT), Map.of("Person", world.id("p")), "");
        world.trace.say(root, "person adds " + id);
        world.tribe.put(root, Held.plus(world.tribe.history.now(root).relation(), contact), List.of(id));
    }

    private void removeContactAtTarget() {
        var root = any(world.tribe.history.living());
        var gone = root == null ? null : any(Held.contacts(world.tribe.history.now(root).relation()).stream().map(Part::id).toList());
        if (gone == null) return;
        world.trace.say(root, "person removes " + gone);
        world.tribe.put(root, Held.without(world.tribe.history.now(root).relation(), gone), List.of(gone));
    }

    boolean hasAtTarget(String record) {
        return world.tribe.history.living().stream().anyMatch(root -> root.equals(record) || world.tribe.history.now(root).relation().parts().stream()
            .anyMatch(part -> part.id().equals(record) || record.equals(part.handles().get(""))));
    }

    /** A root, a contact person or a role, by the id of its record. */
    void removeAtTarget(String record) {
        for (var root : world.tribe.history.living()) {
            var relation = world.tribe.history.now(root).relation();
            var left = relation.parts().stream().filter(part -> !part.id().equals(record) && !record.equals(part.handles().get(""))).toList();
            if (!root.equals(record) && left.size() == relation.parts().size()) continue;
            world.trace.say(root, "person removes " + record);
            world.tribe.put(root, root.equals(record) ? null : relation.withParts(left), List.of(record));
        }
    }

    private Field<?> anyField(SimulatedVendor vendor, Relation relation, String partId) {
        var groups = vendor.dialect().groups(relation.kind(), partId.isEmpty() ? PartKind.ROOT : PartKind.CONTACT).stream()
            .filter(group -> !group.contains(Fields.RELATION_TYPES)).toList();
        var group = groups.get(random.nextInt(groups.size()));
        return group.get(random.nextInt(group.size()));
    }

    /** One letter more in a field of a pair, on a side that tells nobody: no webhook, no stamp. */
    Changed changeBehindTheBack() {
        var pairs = world.ac.history.living().stream().filter(root -> !world.tribe.withReference(root, world.time.instant()).isEmpty()).toList();
        var source = any(pairs);
        if (source == null) return null;
        var vendor = random.nextBoolean() ? world.ac : world.tribe;
        var root = vendor == world.ac ? source : world.tribe.withReference(source, world.time.instant()).get(0);
        var state = vendor.history.now(root);
        // those of a private person do not cross
        boolean hasContacts = state.relation().kind() == Kind.ORGANISATION && random.nextBoolean();
        var contact = hasContacts ? any(Held.contacts(state.relation()).stream().map(Part::id).toList()) : null;
        var partId = contact == null ? "" : contact;
        var field = state.relation().kind() == Kind.ORGANISATION && partId.isEmpty() ? Fields.NAME : Fields.LAST_NAME;
        var now = Held.value(state.relation(), partId, field);
        if (now.isAbsent()) return null;
        var changed = Held.with(state.relation(), partId, Values.NONE.with(field, now.text() + "x"));
        world.trace.say(root, "somebody changes " + partId + " " + field.name() + " to " + now.text() + "x and nobody is told");
        vendor.history.add(root, new History.State(world.time.instant(), changed, vendor.nextVersion(root), null, null));
        return new Changed(vendor.side, root, partId, field);
    }

    record Changed(Side side, String root, String partId, Field<?> field) {}

    private <T> T any(List<T> some) { return some.isEmpty() ? null : some.get(random.nextInt(some.size())); }
}
