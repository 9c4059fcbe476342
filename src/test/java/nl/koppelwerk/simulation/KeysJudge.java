package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import nl.koppelwerk.link.Dialect.Doubt;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question.Choice;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;

/**
 * One record per identity where match keys say what is one: the hub makes none beside one that it knew, what it could not know it asks
 * about in the end, and it pairs nothing that no key says is the same.
 */
final class KeysJudge {

    private static final String NAME = "one record per identity";
    /** What was typed within the time of a daily comparison may be what it was paired by. */
    private static final Duration WITHIN = Duration.ofHours(50);
    /** Longer than a look takes. */
    private static final Duration A_LOOK = Duration.ofMinutes(5);
    /** Longer than a listing counts, a look takes and a frozen worker sleeps. */
    private static final Duration A_LISTING = Duration.ofMinutes(12);
    private final World world;
    private final Lineage kin;
    private final Alike alike;

    KeysJudge(World world, Lineage kin, Alike alike) {
        this.world = world;
        this.kin = kin;
        this.alike = alike;
    }

    void judge() {
        for (var side : Side.values())
            for (var root : world.vendor(side).history.roots()) if (kin.bornFrom(root) != null) made(side, root, world.vendor(side).history.of(root).get(0));
        world.pairedSince.forEach((pair, since) -> paired(pair.split(" ")[0], pair.split(" ")[1], since));
    }

    private void made(Side side, String root, History.State birth) {
        var at = world.vendor(side).decidedAt(root, birth.at());
        var from = world.vendor(side.other()).history.asOf(kin.bornFrom(root), at);
        // one that landed late with keys that were changed since carries no key of the link, which is the stated limit
        if (from == null || !isSame(side, root, birth.relation(), kin.bornFrom(root), from.relation())) return;
        for (var other : world.vendor(side).history.roots()) {
            var there = other.equals(root) ? null : world.vendor(side).history.asOf(other, birth.at());
            if (there != null && isSame(side, other, there.relation(), kin.bornFrom(root), from.relation())) beside(side, root, other, at);
        }
    }

    private void beside(Side side, String made, String other, Instant at) {
        var from = kin.bornFrom(made);
        if (isParted(from, other) || isOfFormerHolder(side, from, other, at)) return;
        boolean isTwin = from.equals(kin.bornFrom(other));
        // who comes while a system takes its time with what was decided is seen by neither, which is the stated limit
        boolean cameMeanwhile = world.vendor(side).history.of(other).get(0).at().isAfter(at);
        if (!isTwin && !isLate(side, made) && (wasKnown(side, from, other, at) || stoodInAListing(side, made, other, at))) fail(made, "was made of " + from + " at " + at + " beside " + other + ", which the hub knew");
        else if (cameMeanwhile || isTold(other) || isTold(made) || isAnothersNow(side, made, from)) world.hub.counted.twins++;
        else if (isStill(side, made, other)) fail(made, "was made of " + from + " at " + at + " beside " + other + ", and nobody is asked");
    }

    /** Where a vendor keeps no keys a create may land hours after it was decided on, beside one that came in between: then it is asked about. */
    private boolean isLate(Side side, String made) {
        return world.vendor(side).dialect().doubt() == Doubt.KEYS && (world.late.made.contains(made) || world.late.thawed.contains(made));
    }

    /** A person said that whoever has the number now is another than the one who had it. */
    private boolean isParted(String from, String other) {
        return world.office.given.stream().filter(given -> given.answer().choice() == Choice.APART)
            .anyMatch(given -> Set.of(given.pair().source(), given.pair().target()).equals(Set.of(from, other)));
    }

    /** Its number names the customer that had it before. */
    private boolean isOfFormerHolder(Side side, String from, String other, Instant at) {
        var partners = kin.roots(side, other);
        var there = world.vendor(side).history.asOf(other, at);
        return side == Side.TARGET && there != null && alike.namesAnother(there.relation()) && !partners.isEmpty() && !partners.contains(from);
    }

    /** A look had read it with those keys, and had ended before the one began that made the other. */
    private boolean wasKnown(Side side, String from, String other, Instant at) {
        var source = world.vendor(side.other()).history.asOf(from, at.minus(A_LOOK));
        return source != null && world.seenIn.stream().anyMatch(seen -> seen.sighting().side() == side && seen.sighting().root().equals(other)
            && seen.settledAt().isBefore(at.minus(A_LOOK)) && isSame(side, other, seen.sighting().relation(), from, source.relation()));
    }

    /** Where the vendor cannot be searched, what is new there is listed before something is made. */
    private boolean stoodInAListing(Side side, String made, String other, Instant at) {
        var before = at.minus(A_LISTING);
        var source = world.vendor(side.other()).history.asOf(kin.bornFrom(made), before);
        var there = world.vendor(side).history.asOf(other, before);
        return !world.vendor(side).searches() && !world.late.made.contains(made) && source != null && there != null && isSame(side, other, there.relation(), kin.bornFrom(made), source.relation());
    }

    private boolean isTold(String root) {
        Settlement last = world.settled.get(root);
        return last != null && (last.state() == Settlement.State.HELD || last.reasons().stream().anyMatch(reason -> reason.code() == ReasonCode.NO_TWIN));
    }

    /** A record that came late was asked about, and became the partner of somebody else who shares its key. */
    private boolean isAnothersNow(Side side, String made, String from) {
        Settlement last = world.settled.get(made);
        return last != null && last.pair().isPaired() && last.pair().root(side.other()).filter(from::equals).isEmpty();
    }

    private boolean isStill(Side side, String made, String other) {
        var one = world.vendor(side).history.now(made);
        var two = world.vendor(side).history.now(other);
        var from = world.vendor(side.other()).history.now(kin.bornFrom(made));
        return one != null && two != null && from != null && isSame(side, other, two.relation(), kin.bornFrom(made), from.relation())
            && (isPartner(side, made) || isSame(side, made, one.relation(), kin.bornFrom(made), from.relation()));
    }

    /** Of two that the hub made, one whose keys a person changed since has nothing in common with what it was made from, unless it is the partner. */
    private boolean isPartner(Side side, String made) {
        var last = world.settled.get(kin.bornFrom(made));
        return last != null && last.pair().root(side).filter(made::equals).isPresent();
    }

    private boolean isSame(Side side, String root, Relation one, String twin, Relation other) {
        return side == Side.SOURCE ? alike.isSame(root, one, other) : alike.isSame(twin, other, one);
    }

    private void paired(String source, String target, Instant since) {
        boolean isBorn = source.equals(kin.bornFrom(target)) || target.equals(kin.bornFrom(source));
        // the former holder of an id that was given away again has no name but that
        boolean isFormer = world.vendor(Side.SOURCE).history.of(source).isEmpty() || world.vendor(Side.TARGET).history.of(target).isEmpty();
        if (isBorn || isFormer || !kin.roots(Side.SOURCE, source).contains(target)) return;
        boolean isSame = states(Side.SOURCE, source, since).anyMatch(one -> states(Side.TARGET, target, since).anyMatch(other -> alike.isSame(source, one, other)));
        if (!isSame) fail(source, "was paired with " + target + " at " + since + ", and no key says that they are one");
    }

    private Stream<Relation> states(Side side, String root, Instant until) {
        var states = world.vendor(side).history.of(root);
        return states.stream().filter(state -> state.relation() != null && !state.at().isAfter(until)
            && (state.at().isAfter(until.minus(WITHIN)) || state == states.get(0))).map(History.State::relation);
    }

    private void fail(String root, String what) { world.failures.add(new Finding(NAME, root, what)); }
}
