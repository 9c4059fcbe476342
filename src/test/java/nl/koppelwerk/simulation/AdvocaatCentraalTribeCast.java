package nl.koppelwerk.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;

import nl.koppelwerk.link.AdvocaatCentraalTribe;
import nl.koppelwerk.link.LinkType;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.ReasonCode;

/** A law firm: relations are made in AdvocaatCentraal, both systems change them, and Tribe keeps our reference. */
final class AdvocaatCentraalTribeCast implements Cast {

    private static final Set<ReasonCode> LEFT = Set.of(ReasonCode.AMBIGUOUS_MATCH, ReasonCode.DUPLICATE_AT_SOURCE, ReasonCode.CREATE_IN_DOUBT_TWICE);
    private final World world;
    private final SimulatedAdvocaatCentraal ac;
    private final SimulatedTribe tribe;
    private final Kin kin;
    private final AdvocaatCentraalTribePeople people;

    AdvocaatCentraalTribeCast(World world) {
        this.world = world;
        this.ac = new SimulatedAdvocaatCentraal(world);
        this.tribe = new SimulatedTribe(world, new Webhooks(world));
        this.kin = new ByReference(ac, tribe);
        this.people = new AdvocaatCentraalTribePeople(world, ac, tribe);
    }

    @Override public LinkType type() { return new AdvocaatCentraalTribe(); }

    @Override public SimulatedVendor vendor(Side side) { return side == Side.SOURCE ? ac : tribe; }

    @Override public People people() { return people; }

    @Override public Kin kin() { return kin; }

    /** Which relation types cross: at another time advocates do not. */
    @Override public Rules rules(boolean another) {
        var settings = JsonNodeFactory.instance.objectNode().put("tribeKvkLink", world.seed % 2 == 0);
        settings.putObject("relationTypes").put("CLIENT", "Customer").put("ADVOCAAT", another ? "" : "Supplier").put("RVR", "");
        return type().rules(settings, ac.dialect(), tribe.dialect());
    }

    @Override public void settle() {
        for (int i = 8 + world.random.nextInt(7); i > 0; i--) {
            var root = people.births().atSource();
            if (world.random.nextInt(12) == 0) people.births().atTarget(root, ac.history.now(root).relation().kind());
        }
        if (world.random.nextBoolean()) people.births().atTarget("", Kind.ORGANISATION);
    }

    @Override public boolean isTyped(Field<?> field) { return !field.equals(Fields.RELATION_TYPES); }

    @Override public boolean isLeft(ReasonCode code) { return LEFT.contains(code); }

    @Override public void judgeIdentities() { new ReferenceJudge(world, ac, tribe).judge(); }
}
