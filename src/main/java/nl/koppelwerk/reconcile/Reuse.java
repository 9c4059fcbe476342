package nl.koppelwerk.reconcile;

import java.util.HashSet;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;

/** Whether an id that its system may give away again now names another relation (engine.md section 3, rule 2). */
final class Reuse {

    private static final java.util.List<Field<?>> NAMES = java.util.List.of(Fields.NAME, Fields.LAST_NAME);

    private Reuse() {}

    /** Neither the name nor any identity key of the baseline survives. */
    static boolean isAnother(Knowledge known, Side side) {
        Rules rules = known.situation.rules();
        Sighting before = known.situation.looked().get(side);
        if (!rules.reusesIds(side) || before == null || !known.pair.hasMet()) return false;
        Sighting now = known.seen.get(side);
        boolean named = NAMES.stream().map(field -> known.pair.baseline(side).of(PartKey.ROOT, field))
            .anyMatch(value -> value.isFilled() && NAMES.stream().anyMatch(field -> Spelling.same(value, now.relation().values().get(field))));
        var keys = new HashSet<>(rules.identity(side, now.root(), now.relation()));
        keys.retainAll(rules.identity(side, before.root(), before.relation()));
        return !named && keys.isEmpty();
    }
}
