package nl.koppelwerk.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import nl.koppelwerk.link.AdminPulseAccounton;
import nl.koppelwerk.link.LinkType;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;

/** A Belgian office in its season: clients of AdminPulse go into Accounton where somebody chose them from a preview, and in no other way. */
final class AdminPulseAccountonCast implements Cast {

    private static final Set<ReasonCode> LEFT = Set.of(ReasonCode.AMBIGUOUS_MATCH, ReasonCode.DUPLICATE_AT_SOURCE, ReasonCode.CREATE_IN_DOUBT_TWICE);
    private static final Set<Field<?>> TYPED = Set.of(Fields.FIRST_NAMES, Fields.LAST_NAME, Fields.EMAIL, Fields.LANGUAGE, Fields.MOBILE, Fields.RIJKSREGISTERNUMMER,
        Fields.PARTNER_RIJKSREGISTERNUMMER, Fields.LABEL, Fields.PRIVATE_ADDRESS);
    private final World world;
    private final Lineage kin = new Lineage();
    private final SimulatedAdminPulse adminPulse;
    private final SimulatedAccounton accounton;
    private final AdminPulseAccountonPeople people;
    private final ObjectNode settings = JsonNodeFactory.instance.objectNode();
    private final Season season;

    AdminPulseAccountonCast(World world) {
        this.world = world;
        this.adminPulse = new SimulatedAdminPulse(world);
        this.accounton = new SimulatedAccounton(world, kin);
        this.people = new AdminPulseAccountonPeople(world, adminPulse, accounton);
        this.season = new Season(world);
        var chance = new Random(world.seed * 0x9E3779B97F4A7C15L + 5);
        if (chance.nextBoolean()) settings.put("label", "AJ2026");
        if (chance.nextInt(3) == 0) settings.put("responsible", "collega@kantoor.example");
    }

    @Override public LinkType type() { return new AdminPulseAccounton(); }

    @Override public SimulatedVendor vendor(Side side) { return side == Side.SOURCE ? adminPulse : accounton; }

    @Override public People people() { return people; }

    @Override public Kin kin() { return kin; }

    /** Whether a client needs a national number: at another time it does. */
    @Override public Rules rules(boolean another) { return type().rules(settings.deepCopy().put("needsNationalNumber", another), adminPulse.dialect(), accounton.dialect()); }

    @Override public void settle() {
        for (int i = 6 + world.random.nextInt(8); i > 0; i--) {
            int chance = world.random.nextInt(10);
            if (chance < 5) people.births().atSource();
            else if (chance < 9) people.births().inBoth();
            else people.births().atTarget();
        }
        for (int i = world.random.nextInt(4); i > 0; i--) people.couple();
    }

    @Override public boolean isTyped(Field<?> field) { return TYPED.contains(field); }

    @Override public boolean isLeft(ReasonCode code) { return LEFT.contains(code); }

    @Override public boolean isOneWay() { return true; }

    @Override public Optional<Season> season() { return Optional.of(season); }

    @Override public Relation taken(Side side, Relation held) { return world.rules.view(side, "relation", held); }

    @Override public void judgeIdentities() {
        new KeysJudge(world, kin, new SameClient()).judge();
        new ChoiceJudge(world, season).judge();
    }
}
