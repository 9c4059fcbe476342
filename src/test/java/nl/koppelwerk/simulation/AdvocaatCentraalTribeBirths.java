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

/** The records that lawyers make. */
final class AdvocaatCentraalTribeBirths {

    private static final List<String> TYPES = List.of("CLIENT", "ADVOCAAT", "WEDERPARTIJ", "RVR", "BETALENDE_PARTIJ");
    private final World world;
    private final Random random;
    private final People people;
    private final SimulatedVendor ac;
    private final SimulatedVendor tribe;

    AdvocaatCentraalTribeBirths(World world, People people, SimulatedVendor ac, SimulatedVendor tribe) {
        this.world = world;
        this.random = world.random;
        this.people = people;
        this.ac = ac;
        this.tribe = tribe;
    }

    String atSource() {
        var root = world.id("AC");
        var kind = random.nextInt(3) == 0 ? Kind.PERSON : Kind.ORGANISATION;
        var values = people.filled(ac, kind, PartKind.ROOT).with(Fields.RELATION_TYPES, types());
        var marks = random.nextInt(12) == 0 ? Set.of(random.nextBoolean() ? Mark.ARCHIVED : Mark.DELETED) : Set.<Mark>of();
        var contacts = new ArrayList<Part>();
        for (int i = random.nextInt(3); i > 0; i--) contacts.add(new Part(PartKind.CONTACT, world.id("K"), people.filled(ac, kind, PartKind.CONTACT)));
        world.trace.say(root, "person makes it " + kind);
        ac.put(root, new Relation(kind, values, contacts, marks, Map.of(), "", Set.of(PartKind.CONTACT, PartKind.ROLE)), List.of(root));
        return root;
    }

    String atTarget(String reference, Kind kind) {
        var root = world.id("t");
        var values = people.filled(tribe, kind, PartKind.ROOT);
        var relation = new Relation(kind, values, List.of(), Set.of(), Map.of(), reference, Set.of(PartKind.CONTACT, PartKind.ROLE));
        world.trace.say(root, "person makes it " + kind + " " + reference);
        tribe.put(root, relation, List.of(root));
        return root;
    }

    /** Of a relation in AdvocaatCentraal; now and then one that is not mapped. */
    Value<?> types() {
        var types = new ArrayList<String>();
        for (int i = random.nextInt(2); i >= 0; i--) types.add(TYPES.get(random.nextInt(10) > 0 ? random.nextInt(2) : random.nextInt(TYPES.size())));
        return Codes.TYPE.of(Codes.of(types));
    }
}
