package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.link.Baseline;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Partners;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/** Ends a pair: where a partner is gone the other side may find or get a new one; where a person wants it the two are left apart. */
final class Cutting {

    private Cutting() {}

    /** A root that was made in the place of one that is gone begins anew: nothing was agreed with it yet. */
    static Pair born(Pair pair, Side side, String root) {
        boolean replaces = pair.root(side).filter(before -> !before.equals(root)).isPresent();
        return (replaces ? cut(pair, side) : pair).withRoot(side, root);
    }

    /** Another record takes the place of one side's part. */
    static Pair part(Pair pair, Partners partners) {
        var key = partners.key();
        var standing = new TreeMap<>(pair.standing());
        standing.values().removeIf(reason -> reason.code() == ReasonCode.LATE_TWIN
            && reason.details().containsValue(partners.on(Side.TARGET)));
        standing.keySet().removeIf(subject -> subject.startsWith(key + "/"));
        return pair.withPartners(partners).withBaselines(left(pair, partners, Side.SOURCE), left(pair, partners, Side.TARGET))
            .withRecent(pair.recent().stream().filter(sent -> !sent.part().equals(key)).toList()).withStanding(standing);
    }

    private static Baseline left(Pair pair, Partners now, Side side) {
        boolean isLeft = pair.partners(now.key()).filter(before -> before.on(side).equals(now.on(side))).isPresent();
        return isLeft ? pair.baseline(side) : pair.baseline(side).without(now.key());
    }

    /** The pair with the cut that is wanted, or without the one that a person took back. */
    static Pair asWanted(Situation situation) {
        var standing = new TreeMap<>(situation.pair().standing());
        if (situation.isReleased(ReasonCode.PAIR_CUT)) standing.remove("");
        for (var wanted : situation.wanted())
            if (wanted instanceof Wanted.Cut cut)
                standing.put("", new Reason(ReasonCode.PAIR_CUT, "", Map.of("by", cut.by(), "day", cut.at().toString().substring(0, 10))));
        return situation.pair().withStanding(standing);
    }

    /** What the side that is left held when the two last agreed stays known, so that an edit since is told from what it always held. */
    static Pair cut(Pair pair, Side gone) {
        return new Pair(pair.facet(), gone == Side.SOURCE ? "" : pair.source(), gone == Side.TARGET ? "" : pair.target(),
            gone == Side.SOURCE ? Baseline.NONE : pair.sourceBaseline(), gone == Side.TARGET ? Baseline.NONE : pair.targetBaseline(),
            List.of(), java.util.Set.of(), List.of(), Map.of());
    }
}
