package nl.koppelwerk.simulation;

import java.util.List;

import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Relation;

/** A customer of e-conomic and one of Clickmate: the strongest key that both have decides; the number in e-conomic is the first. */
final class SameCustomer implements Alike {

    private static final List<Field<?>> KEYS = List.of(Fields.CVR_NUMMER, Fields.EAN_NUMMER, Fields.EMAIL);

    @Override public boolean isSame(String sourceRoot, Relation source, Relation target) {
        if (!target.reference().isEmpty()) return source.values().get(Fields.NUMBER).text().equals(target.reference());
        return KEYS.stream().filter(key -> isKey(source, key) && isKey(target, key)).findFirst()
            .map(key -> Held.same(source.values().get(key), target.values().get(key))).orElse(false);
    }

    private static boolean isKey(Relation relation, Field<?> key) { return relation.values().get(key).isFilled() && relation.values().get(key).isValid(); }

    @Override public boolean namesAnother(Relation target) { return !target.reference().isEmpty(); }
}
