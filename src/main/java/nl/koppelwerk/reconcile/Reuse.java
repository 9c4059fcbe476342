package nl.koppelwerk.reconcile;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;

/** Whether an id that its system may give away again now names another relation (engine.md section 3, rule 2). */
final class Reuse {

    private static final List<Field<?>> NAMES = java.util.List.of(Fields.NAME, Fields.LAST_NAME);

    private Reuse() {}

    /** Neither the name nor any identity key of the baseline survives. */
    static boolean isAnother(Knowledge known, Side side) {
        Rules rules = known.situation.rules();
        var before = Optional.ofNullable(known.situation.looked().get(side));
        return rules.reusesIds(side) && before.isPresent() && known.pair.hasMet() && !isLike(rules, known.pair, before, known.seen.get(side));
    }

    /** The name or an identity key of the baseline survives; the id itself, which may be another's by now, says nothing. */
    static boolean isLike(Rules rules, Pair pair, Optional<Sighting> before, Sighting now) {
        boolean named = NAMES.stream().map(field -> pair.baseline(now.side()).of(PartKey.ROOT, field))
            .anyMatch(value -> value.isFilled() && NAMES.stream().anyMatch(field -> Spelling.same(value, now.relation().values().get(field))));
        return named || before.filter(one -> !Collections.disjoint(keys(rules, one), keys(rules, now))).isPresent();
    }

    private static List<MatchKey> keys(Rules rules, Sighting seen) {
        return rules.identity(seen.side(), seen.root(), seen.relation()).stream().filter(key -> !key.value().equals(seen.root())).toList();
    }
}
