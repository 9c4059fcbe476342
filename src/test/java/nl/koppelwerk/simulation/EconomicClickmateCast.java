package nl.koppelwerk.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;

import nl.koppelwerk.link.EconomicClickmate;
import nl.koppelwerk.link.LinkType;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.ReasonCode;

/** A Danish business: bookkeepers in e-conomic and sellers in Clickmate make and change the same customers, and nothing refers for sure. */
final class EconomicClickmateCast implements Cast {

    private static final Set<ReasonCode> LEFT = Set.of(ReasonCode.AMBIGUOUS_MATCH, ReasonCode.DUPLICATE_AT_SOURCE, ReasonCode.CREATE_IN_DOUBT_TWICE);
    private static final Set<Field<?>> TYPED = Set.of(Fields.NAME, Fields.CVR_NUMMER, Fields.EAN_NUMMER, Fields.P_NUMMER, Fields.EMAIL, Fields.PHONE, Fields.MOBILE,
        Fields.WEBSITE, Fields.VISIT_ADDRESS, Fields.FULL_NAME, Fields.BUSINESS_EMAIL, Fields.BUSINESS_PHONE);
    private final World world;
    private final Lineage kin = new Lineage();
    private final SimulatedEconomic economic;
    private final SimulatedClickmate clickmate;
    private final EconomicClickmatePeople people;

    EconomicClickmateCast(World world) {
        this.world = world;
        this.economic = new SimulatedEconomic(world, new Webhooks(world), kin);
        this.clickmate = new SimulatedClickmate(world, new Webhooks(world), kin);
        this.people = new EconomicClickmatePeople(world, economic, clickmate);
    }

    @Override public LinkType type() { return new EconomicClickmate(); }

    @Override public SimulatedVendor vendor(Side side) { return side == Side.SOURCE ? economic : clickmate; }

    @Override public People people() { return people; }

    @Override public Kin kin() { return kin; }

    /** When a new customer of Clickmate crosses: at another time the other way. */
    @Override public Rules rules(boolean another) {
        boolean isAtOnce = world.seed % 2 == 0 ^ another;
        var settings = JsonNodeFactory.instance.objectNode().put("transferMoment", isAtOnce ? "ON_CREATE" : "ON_ACTIVATION");
        settings.putObject("customerGroups").put("*", "1");
        settings.putObject("paymentTerms").put("*", "1");
        settings.putObject("vatZones").put("DK", "1").put("EU", "2").put("*", "3");
        settings.putObject("currencies").put("*", "DKK");
        return type().rules(settings, economic.dialect(), clickmate.dialect());
    }

    @Override public void settle() {
        for (int i = 8 + world.random.nextInt(7); i > 0; i--) {
            int chance = world.random.nextInt(10);
            if (chance < 4) people.births().atSource();
            else if (chance < 6) people.births().atTarget();
            else people.births().inBoth();
        }
    }

    @Override public boolean isTyped(Field<?> field) { return TYPED.contains(field); }

    @Override public boolean isLeft(ReasonCode code) { return LEFT.contains(code); }

    @Override public void judgeIdentities() { new KeysJudge(world, kin, new SameCustomer()).judge(); }
}
