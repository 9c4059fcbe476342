package nl.koppelwerk.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** The records that people make. */
final class Births {

    private static final List<String> TYPES = List.of("CLIENT", "ADVOCAAT", "WEDERPARTIJ", "RVR", "BETALENDE_PARTIJ");
    private final World world;
    private final Random random;
    private final Typed typed;

    Births(World world, Typed typed) {
        this.world = world;
        this.random = world.random;
        this.typed = typed;
    }

    String atSource() {
        var root = world.id("AC");
        var kind = random.nextInt(3) == 0 ? Kind.PERSON : Kind.ORGANISATION;
        var values = filled(world.ac, kind, PartKind.ROOT).with(Fields.RELATION_TYPES, types());
        var marks = random.nextInt(12) == 0 ? Set.of(random.nextBoolean() ? Mark.ARCHIVED : Mark.DELETED) : Set.<Mark>of();
        var contacts = new ArrayList<Part>();
        for (int i = random.nextInt(3); i > 0; i--) contacts.add(new Part(PartKind.CONTACT, world.id("K"), filled(world.ac, kind, PartKind.CONTACT)));
        world.trace.say(root, "person makes it " + kind);
        world.ac.put(root, new Relation(kind, values, contacts, marks, Map.of(), "", Set.of(PartKind.CONTACT, PartKind.ROLE)), List.of(root));
        return root;
    }

    String atTarget(String reference, Kind kind) {
        var root = world.id("t");
        var values = filled(world.tribe, kind, PartKind.ROOT);
        var relation = new Relation(kind, values, List.of(), Set.of(), Map.of(), reference, Set.of(PartKind.CONTACT, PartKind.ROLE));
        world.trace.say(root, "person makes it " + kind + " " + reference);
        world.tribe.put(root, relation, List.of(root));
        return root;
    }

    /** Most fields of a new record are filled. */
    Values filled(SimulatedVendor vendor, Kind kind, PartKind part) {
        var values = Values.NONE;
        for (var group : vendor.dialect().groups(kind, part)) {
            boolean isNeeded = group.stream().anyMatch(vendor.dialect().required(kind, part)::contains);
            Value<?> value = isNeeded || random.nextInt(5) > 0 ? typed.fresh(group.get(0)) : Value.empty();
            for (var field : group) if (!field.equals(Fields.RELATION_TYPES)) values = values.with(field, value);
        }
        return values;
    }

    /** Of a relation in AdvocaatCentraal; now and then one that is not mapped. */
    Value<?> types() {
        var types = new ArrayList<String>();
        for (int i = random.nextInt(2); i >= 0; i--) types.add(TYPES.get(random.nextInt(10) > 0 ? random.nextInt(2) : random.nextInt(TYPES.size())));
        return Codes.TYPE.of(Codes.of(types));
    }
}
