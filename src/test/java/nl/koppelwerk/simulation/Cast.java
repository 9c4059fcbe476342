package nl.koppelwerk.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import nl.koppelwerk.link.LinkType;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;

/** What one link type brings to a world: its two vendors, its people, its settings, and who is one relation with whom. */
interface Cast {

    /** By the ids of the link types that are played. */
    Map<String, Function<World, Cast>> ALL = all();

    private static Map<String, Function<World, Cast>> all() {
        var all = new LinkedHashMap<String, Function<World, Cast>>();
        all.put("advocaatcentraal-tribe", AdvocaatCentraalTribeCast::new);
        all.put("economic-clickmate", EconomicClickmateCast::new);
        all.put("compenda-snelstart", CompendaSnelStartCast::new);
        all.put("adminpulse-accounton", AdminPulseAccountonCast::new);
        return all;
    }

    LinkType type();

    SimulatedVendor vendor(Side side);

    People people();

    Kin kin();

    /** @param another the office has changed its settings */
    Rules rules(boolean another);

    /** What both vendors hold when the link is activated. */
    void settle();

    /** People type it; other fields are chosen, given by a vendor, or the link's own. */
    boolean isTyped(Field<?> field);

    /** What the person who answers questions leaves open. */
    boolean isLeft(ReasonCode code);

    /** Nothing goes back to the source: what is edited in the target is drift. */
    default boolean isOneWay() { return false; }

    /** Nothing flows by itself: what a person chose from a preview is carried over; empty where everything flows. */
    default Optional<Season> season() { return Optional.empty(); }

    /** Of two that were one relation, whether their keys still say so; where a reference says it, they do for ever. */
    default boolean areAlike(String sourceRoot, String targetRoot) { return true; }

    /** What the link takes for held; a judge compares that. */
    default Relation taken(Side side, Relation held) { return held; }

    /** The judge of what is one record by the rules of this link alone. */
    void judgeIdentities();
}
