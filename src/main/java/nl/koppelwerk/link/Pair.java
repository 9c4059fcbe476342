package nl.koppelwerk.link;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.koppelwerk.relation.Reason;

/**
 * Two roots that are the same relation under one facet, or the one side that was seen so far. Immutable.
 *
 * @param source   the root in the source, or empty
 * @param target   the root in the target, or empty
 * @param gone     the sides on which the root was asked for by id and is no longer there
 * @param recent   what was written and could still be seen in its old form
 * @param standing per subject the reason why both sides differ and nothing is to be done about it
 */
public record Pair(String facet, String source, String target, Baseline sourceBaseline, Baseline targetBaseline,
                   List<Partners> partners, Set<Side> gone, List<Sent> recent, Map<String, Reason> standing) {

    /** The facet of every row, while hats are told by the roots. */
    public static final String FACET = "relation";

    public Pair {
        partners = List.copyOf(partners);
        gone = Set.copyOf(gone);
        recent = List.copyOf(recent);
        standing = java.util.Collections.unmodifiableMap(new TreeMap<>(standing));
    }

    public static Pair firstSeen(String facet, Side side, String root) {
        return new Pair(facet, side == Side.SOURCE ? root : "", side == Side.TARGET ? root : "", Baseline.NONE,
            Baseline.NONE, List.of(), Set.of(), List.of(), Map.of());
    }

    public Optional<String> root(Side side) {
        return Optional.of(side == Side.SOURCE ? source : target).filter(root -> !root.isEmpty());
    }

    /** The id of the record on that side, or of the part of it that this is. */
    public Optional<String> record(Side side, PartKey part) {
        if (part.equals(PartKey.ROOT)) return root(side);
        return partners(part).map(both -> both.on(side)).filter(id -> !id.isEmpty());
    }

    public boolean isPaired() { return !source.isEmpty() && !target.isEmpty(); }

    public Baseline baseline(Side side) { return side == Side.SOURCE ? sourceBaseline : targetBaseline; }

    /** The two agreed on at least one field before; one side's baseline alone is what it agreed on with a record that is gone. */
    public boolean hasMet() { return !sourceBaseline.parts().isEmpty() && !targetBaseline.parts().isEmpty(); }

    public Optional<Partners> partners(Side side, nl.koppelwerk.relation.PartKind kind, String id) {
        return partners.stream().filter(p -> p.key().kind() == kind && p.on(side).equals(id)).findFirst();
    }

    public Optional<Partners> partners(PartKey key) {
        return partners.stream().filter(p -> p.key().equals(key)).findFirst();
    }

    public Pair withRoot(Side side, String root) {
        return new Pair(facet, side == Side.SOURCE ? root : source, side == Side.TARGET ? root : target, sourceBaseline,
            targetBaseline, partners, gone, recent, standing);
    }

    public Pair withBaselines(Baseline newSource, Baseline newTarget) {
        return new Pair(facet, source, target, newSource, newTarget, partners, gone, recent, standing);
    }

    public Pair withPartners(Partners newer) {
        var all = new java.util.ArrayList<>(partners.stream().filter(p -> !p.key().equals(newer.key())).toList());
        all.add(newer);
        return new Pair(facet, source, target, sourceBaseline, targetBaseline, all, gone, recent, standing);
    }

    public Pair withGone(Side side, boolean isGone) {
        var sides = new HashSet<>(gone);
        if (isGone) sides.add(side);
        else sides.remove(side);
        return new Pair(facet, source, target, sourceBaseline, targetBaseline, partners, sides, recent, standing);
    }

    public Pair withRecent(List<Sent> newer) {
        return new Pair(facet, source, target, sourceBaseline, targetBaseline, partners, gone, newer, standing);
    }

    public Pair withStanding(Map<String, Reason> newer) {
        return new Pair(facet, source, target, sourceBaseline, targetBaseline, partners, gone, recent, newer);
    }
}
