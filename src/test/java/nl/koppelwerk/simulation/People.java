package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** The people of the office: they work in both systems and know nothing of each other. */
abstract class People {

    final World world;
    final Random random;
    final Typed typed;

    People(World world) { this(world, new Typed(world.random)); }

    People(World world, Typed typed) {
        this.world = world;
        this.random = world.random;
        this.typed = typed;
    }

    /** One deed of one of them. */
    abstract void act();

    final void edit(SimulatedVendor vendor) {
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

    final void editOneFieldOnBothSides() {
        var source = world.vendor(Side.SOURCE);
        var root = any(source.history.living());
        var partners = root == null ? List.<String>of() : new Twins(world).living(Side.SOURCE, root);
        if (partners.isEmpty()) return;
        var relation = source.history.now(root).relation();
        var contact = any(Held.contacts(relation).stream().map(Part::id).toList());
        var partId = contact == null || random.nextBoolean() ? "" : contact;
        var field = anyField(source, relation, partId);
        var mine = next(source, root, partId, field);
        var theirs = random.nextInt(4) == 0 ? mine : typed.next(field, Value.empty(), mine);
        type(source, root, partId, Values.NONE.with(field, mine));
        world.time.after(Duration.ofSeconds(random.nextInt(400)), () -> atPartner(root, partners.get(0), partId, Values.NONE.with(field, theirs)));
    }

    private void atPartner(String source, String root, String sourcePart, Values values) {
        var state = world.vendor(Side.TARGET).history.now(root);
        if (state == null) return;
        var partId = sourcePart.isEmpty() ? "" : new Twins(world).parts(Side.SOURCE, state.relation(), source, sourcePart).stream().findFirst().orElse(null);
        if (partId != null) type(world.vendor(Side.TARGET), root, partId, values);
    }

    /** Most fields of a new record are filled. */
    final Values filled(SimulatedVendor vendor, Kind kind, PartKind part) {
        var values = Values.NONE;
        for (var group : vendor.dialect().groups(kind, part)) {
            boolean isNeeded = group.stream().anyMatch(vendor.dialect().required(kind, part)::contains);
            Value<?> value = isNeeded || random.nextInt(5) > 0 ? typed.fresh(group.get(0)) : Value.empty();
            for (var field : group) if (world.cast.isTyped(field)) values = values.with(field, vendor.formed(field, value));
        }
        return values;
    }

    final void delete(SimulatedVendor vendor) {
        var root = any(vendor.history.living());
        if (root == null) return;
        world.trace.say(root, "person deletes it");
        vendor.put(root, null, List.of(root));
    }

    /** A root, a contact person or a role of either vendor. */
    final boolean has(String record) {
        for (var side : Side.values())
            for (var root : world.vendor(side).history.living())
                if (root.equals(world.vendor(side).record(record)) || world.vendor(side).history.now(root).relation().parts().stream().anyMatch(part -> isOf(part, record))) return true;
        return false;
    }

    private static boolean isOf(Part part, String record) { return part.id().equals(record) || record.equals(part.handles().get("")); }

    final void remove(String record) {
        for (var side : Side.values()) for (var root : world.vendor(side).history.living()) remove(world.vendor(side), root, record);
    }

    private void remove(SimulatedVendor vendor, String root, String record) {
        var relation = vendor.history.now(root).relation();
        boolean isRoot = root.equals(vendor.record(record));
        var left = relation.parts().stream().filter(part -> !isOf(part, record)).toList();
        if (!isRoot && left.size() == relation.parts().size()) return;
        world.trace.say(root, "person removes " + record);
        vendor.put(root, isRoot ? null : relation.withParts(left), List.of(isRoot ? root : record));
    }

    private Field<?> anyField(SimulatedVendor vendor, Relation relation, String partId) {
        var groups = vendor.dialect().groups(relation.kind(), partId.isEmpty() ? PartKind.ROOT : PartKind.CONTACT).stream()
            .filter(group -> group.stream().allMatch(world.cast::isTyped)).toList();
        var group = groups.get(random.nextInt(groups.size()));
        return group.get(random.nextInt(group.size()));
    }

    /** One letter more in a field of a pair, on a side that tells nobody: no webhook, no stamp. */
    final Changed changeBehindTheBack() {
        var twins = new Twins(world);
        var source = any(world.vendor(Side.SOURCE).history.living().stream().filter(root -> !twins.living(Side.SOURCE, root).isEmpty()).toList());
        if (source == null) return null;
        var vendor = world.vendor(random.nextBoolean() ? Side.SOURCE : Side.TARGET);
        var root = vendor.side == Side.SOURCE ? source : twins.living(Side.SOURCE, source).get(0);
        var state = vendor.history.now(root);
        // those of a private person do not cross
        boolean hasContacts = state.relation().kind() == Kind.ORGANISATION && random.nextBoolean();
        var contact = hasContacts ? any(Held.contacts(state.relation()).stream().map(Part::id).toList()) : null;
        return change(vendor, root, contact == null ? "" : contact, state);
    }

    private Changed change(SimulatedVendor vendor, String root, String partId, History.State state) {
        var field = nameOf(state.relation().kind(), partId);
        var now = Held.value(state.relation(), partId, field);
        if (now.isAbsent()) return null;
        var changed = Held.with(state.relation(), partId, Values.NONE.with(field, now.text() + "x"));
        world.trace.say(root, "somebody changes " + partId + " " + field.name() + " to " + now.text() + "x and nobody is told");
        vendor.history.add(root, new History.State(world.time.instant(), changed, vendor.nextVersion(root), null, null));
        return new Changed(vendor.side, root, partId, field);
    }

    Field<String> nameOf(Kind kind, String partId) { return kind == Kind.ORGANISATION && partId.isEmpty() ? Fields.NAME : Fields.LAST_NAME; }

    record Changed(Side side, String root, String partId, Field<?> field) {}

    final <T> T any(List<T> some) { return some.isEmpty() ? null : some.get(random.nextInt(some.size())); }
}
