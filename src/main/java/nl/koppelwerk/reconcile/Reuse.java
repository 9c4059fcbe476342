package nl.koppelwerk.reconcile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** Whether an id that its system may give away again now names another relation (engine.md section 3, rule 2). */
final class Reuse {

    private static final List<Field<?>> NAMES = java.util.List.of(Fields.NAME, Fields.LAST_NAME);

    private Reuse() {}

    /** Neither the name nor any identity key of the baseline survives. */
    static boolean isAnother(Knowledge known, Side side) { return isAnother(known, known.seen.get(side)); }

    /** What we wrote there is no other relation's. */
    static boolean isAnother(Knowledge known, Sighting seen) {
        Rules rules = known.situation.rules();
        return rules.reusesIds(seen.side()) && known.pair.hasMet() && !isLike(rules, known.pair, seen) && !isLike(rules, asWritten(known.pair, seen.side()), seen);
    }

    private static Pair asWritten(Pair pair, Side side) {
        var baseline = pair.baseline(side);
        for (var sent : pair.recent()) if (sent.side() == side && sent.part().equals(PartKey.ROOT)) baseline = baseline.with(sent.part(), sent.field(), sent.sent());
        return side == Side.SOURCE ? pair.withBaselines(baseline, pair.targetBaseline()) : pair.withBaselines(pair.sourceBaseline(), baseline);
    }

    /**
     * The name or an identity key of the baseline survives; the id itself, which may be another's by now, says nothing, and neither does
     * what a look saw since, which may be the other relation already. Where nothing of it was agreed on, nobody can tell, and what differs is asked.
     */
    static boolean isLike(Rules rules, Pair pair, Sighting now) {
        var agreed = pair.baseline(now.side()).of(PartKey.ROOT);
        var names = names(agreed);
        var keys = keys(rules, now, agreed);
        boolean named = names.stream().anyMatch(name -> NAMES.stream().anyMatch(field -> Spelling.same(name, now.relation().values().get(field))));
        return !isKnown(rules, pair, now) || named || !Collections.disjoint(keys, keys(rules, now, now.relation().values()));
    }

    /** A name or an identity key of it was agreed on. */
    static boolean isKnown(Rules rules, Pair pair, Sighting now) {
        var agreed = pair.baseline(now.side()).of(PartKey.ROOT);
        return !names(agreed).isEmpty() || !keys(rules, now, agreed).isEmpty();
    }

    private static List<Value<?>> names(Values agreed) { return NAMES.stream().<Value<?>>map(agreed::get).filter(Value::isFilled).toList(); }

    private static List<MatchKey> keys(Rules rules, Sighting seen, Values values) {
        var relation = new Relation(seen.relation().kind(), values, List.of(), Set.of(), Map.of(), "", Set.of());
        return rules.identity(seen.side(), seen.root(), relation).stream().filter(key -> !key.value().equals(seen.root())).toList();
    }
}
