package nl.koppelwerk.simulation;

import java.util.List;
import java.util.Random;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import nl.koppelwerk.link.CompendaSnelStart;
import nl.koppelwerk.link.LinkType;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;

/** A small company: sellers make relations in Compenda, which become relaties in SnelStart, one for each hat; nothing goes back. */
final class CompendaSnelStartCast implements Cast {

    private static final Set<ReasonCode> LEFT = Set.of(ReasonCode.AMBIGUOUS_MATCH, ReasonCode.DUPLICATE_AT_SOURCE, ReasonCode.CREATE_IN_DOUBT_TWICE);
    private static final Set<Field<?>> TYPED = Set.of(Fields.NAME, Fields.CONTACT_PERSON, Fields.EMAILS, Fields.PHONE, Fields.MOBILE, Fields.WEBSITE, Fields.KVK_NUMMER,
        Fields.BTW_NUMMER, Fields.VISIT_ADDRESS, Fields.POSTAL_ADDRESS, Fields.PAYMENT_DAYS, Fields.CREDIT_LIMIT);
    private static final List<List<String>> MATCHES = List.of(List.of("kvk", "email"), List.of("email", "kvk"), List.of("btw", "kvk", "email"), List.of("kvk"));
    private static final long OWN_NUMBERS = 700_000;
    private final World world;
    private final Lineage kin = new Lineage();
    private final SimulatedCompenda compenda;
    private final SimulatedSnelStart snelstart;
    private final CompendaSnelStartPeople people;
    private final ObjectNode settings;
    private final SameHat alike;

    CompendaSnelStartCast(World world) {
        this.world = world;
        this.compenda = new SimulatedCompenda(world, new Webhooks(world));
        this.snelstart = new SimulatedSnelStart(world, kin);
        this.people = new CompendaSnelStartPeople(world, compenda, snelstart);
        var chance = new Random(world.seed * 0x9E3779B97F4A7C15L + 3);
        var keys = MATCHES.get(chance.nextInt(MATCHES.size()));
        this.settings = settings(keys, chance);
        this.alike = new SameHat(keys, settings.path("ownNumbersFrom").asLong(0));
    }

    private static ObjectNode settings(List<String> keys, Random chance) {
        var chosen = JsonNodeFactory.instance.objectNode();
        keys.forEach(chosen.putArray("matchOn")::add);
        chosen.put("drift", chance.nextBoolean() ? "keep" : "overwrite").put("firstMeeting", chance.nextBoolean() ? "ask" : "source-wins");
        return chance.nextInt(3) == 0 ? chosen.put("ownNumbersFrom", OWN_NUMBERS) : chosen;
    }

    @Override public LinkType type() { return new CompendaSnelStart(); }

    @Override public SimulatedVendor vendor(Side side) { return side == Side.SOURCE ? compenda : snelstart; }

    @Override public People people() { return people; }

    @Override public Kin kin() { return kin; }

    /** Whether one invalid field refuses the whole relation: at another time it does. */
    @Override public Rules rules(boolean another) {
        return type().rules(settings.deepCopy().put("refuseInvalid", another), compenda.dialect(), snelstart.dialect());
    }

    @Override public void settle() {
        for (int i = 8 + world.random.nextInt(7); i > 0; i--) {
            int chance = world.random.nextInt(10);
            if (chance < 6) people.births().atSource();
            else if (chance < 9) people.births().inBoth();
            else people.births().atTarget();
        }
    }

    @Override public boolean isTyped(Field<?> field) { return TYPED.contains(field); }

    @Override public boolean isLeft(ReasonCode code) { return LEFT.contains(code); }

    @Override public boolean isOneWay() { return true; }

    /** An address without a country is a Dutch one, and who has no address has no contact person. */
    @Override public Relation taken(Side side, Relation held) { return world.rules.view(side, "relation", held); }

    @Override public boolean areAlike(String sourceRoot, String targetRoot) {
        return alike.isSame(sourceRoot, compenda.history.now(sourceRoot).relation(), snelstart.history.now(targetRoot).relation());
    }

    @Override public void judgeIdentities() {
        new KeysJudge(world, kin, alike).judge();
        new HatsJudge(world, kin).judge();
    }
}
