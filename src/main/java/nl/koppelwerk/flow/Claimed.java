package nl.koppelwerk.flow;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Relation;

/** The keys with which nobody else may make a record while a write is on its way. */
public final class Claimed {

    private Claimed() { }

    /**
     * Only the birth of a root can be doubled by another relation, and what an update gives is not to be doubled by a birth.
     *
     * @param newest what is known of either side
     */
    public static List<MatchKey> keys(Rules rules, Step.Write write, Function<Side, Optional<Sighting>> newest) {
        if (write.action() == Step.Action.UPDATE) return newest.apply(write.side()).map(seen -> write.given(rules, seen)).orElse(List.of());
        if (!write.part().equals(PartKey.ROOT)) return List.of();
        return newest.apply(write.side().other()).map(from -> born(rules, write, from)).orElse(List.of());
    }

    /** Those of the root that it is made of, and of another one whom the new record will hold along: that one gets none of its own. */
    private static List<MatchKey> born(Rules rules, Step.Write write, Sighting from) {
        var keys = new LinkedHashSet<>(rules.identity(from.side(), from.root(), from.relation()));
        var made = new Relation(write.rootKind(), write.values(), List.of());
        rules.identity(write.side(), "", made).stream().filter(key -> MatchKey.isAlong(key.kind())).forEach(keys::add);
        return List.copyOf(keys);
    }
}
