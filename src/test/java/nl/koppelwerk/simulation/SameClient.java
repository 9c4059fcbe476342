package nl.koppelwerk.simulation;

import java.text.Normalizer;
import java.util.Locale;

import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Rijksregisternummer;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/**
 * A client of AdminPulse and one of Accounton: where both have a national number it decides, be it as one of a couple; else the e-mail address together with
 * the name.
 */
final class SameClient implements Alike {

    @Override public boolean isSame(String sourceRoot, Relation source, Relation target) {
        var own = source.values();
        var theirs = target.values();
        boolean isOfCouple = has(own, Fields.RIJKSREGISTERNUMMER) && own.get(Fields.RIJKSREGISTERNUMMER).equals(theirs.get(Fields.PARTNER_RIJKSREGISTERNUMMER));
        if (isOfCouple || hasBoth(own, theirs, Fields.RIJKSREGISTERNUMMER)) return isOfCouple || own.get(Fields.RIJKSREGISTERNUMMER).equals(theirs.get(Fields.RIJKSREGISTERNUMMER));
        return isMailAndName(own, theirs);
    }

    /** As Accounton itself judges a row: by the numbers of both, in any order, or by e-mail address and name. */
    boolean isOne(Values row, Values client) {
        return isNumber(row, client, Fields.RIJKSREGISTERNUMMER, Fields.RIJKSREGISTERNUMMER) || isNumber(row, client, Fields.RIJKSREGISTERNUMMER, Fields.PARTNER_RIJKSREGISTERNUMMER)
            || isNumber(row, client, Fields.PARTNER_RIJKSREGISTERNUMMER, Fields.RIJKSREGISTERNUMMER) || isMailAndName(row, client);
    }

    private static boolean isNumber(Values row, Values client, Field<Rijksregisternummer> of, Field<Rijksregisternummer> like) { return has(row, of) && row.get(of).equals(client.get(like)); }

    private static boolean has(Values values, Field<?> field) { return values.get(field) instanceof Value.Present<?>; }

    private static boolean hasBoth(Values one, Values other, Field<?> field) { return has(one, field) && has(other, field); }

    static boolean isMailAndName(Values one, Values other) {
        return hasBoth(one, other, Fields.EMAIL) && one.get(Fields.EMAIL).text().equalsIgnoreCase(other.get(Fields.EMAIL).text()) && !name(one).equals("|") && name(one).equals(name(other));
    }

    private static String name(Values values) { return bare(values.get(Fields.FIRST_NAMES).text()) + "|" + bare(values.get(Fields.LAST_NAME).text()); }

    private static String bare(String name) { return Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""); }
}
