package nl.koppelwerk.simulation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import nl.koppelwerk.link.Hat;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Relation;

/**
 * A relation of Compenda under one hat and a relatie of that kind: the strongest key of the settings that both have decides; before them a
 * number out of the range that is the link's own.
 *
 * @param keys as the settings name them
 * @param from where that range begins; 0 where there is none
 */
record SameHat(List<String> keys, long from) implements Alike {

    private static final Map<String, Field<?>> FIELDS = Map.of("kvk", Fields.KVK_NUMMER, "email", Fields.EMAILS, "btw", Fields.BTW_NUMMER);

    @Override public boolean isSame(String sourceRoot, Relation source, Relation target) {
        if (!source.values().get(Fields.RELATION_TYPES).equals(target.values().get(Fields.RELATION_TYPES))) return false;
        if (isOurs(target)) return number(sourceRoot) == Long.parseLong(target.reference());
        return keys.stream().map(FIELDS::get).filter(key -> isKey(source, key) && isKey(target, key)).findFirst()
            .map(key -> text(source, key).equals(text(target, key))).orElse(false);
    }

    private boolean isOurs(Relation target) { return from > 0 && Long.parseLong(target.reference()) >= from; }

    private long number(String sourceRoot) {
        var hat = Hat.of(sourceRoot).orElseThrow();
        return from + 2 * Long.parseLong(hat.record().replaceAll("\\D", "")) + SimulatedCompenda.HATS.indexOf(hat.facet());
    }

    private static boolean isKey(Relation relation, Field<?> key) { return relation.values().get(key).isFilled() && relation.values().get(key).isValid(); }

    /** Of several e-mail addresses the first. */
    private static String text(Relation relation, Field<?> key) { return relation.values().get(key).text().split(";")[0].toLowerCase(Locale.ROOT); }

    @Override public boolean namesAnother(Relation target) { return isOurs(target); }
}
