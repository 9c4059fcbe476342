package nl.koppelwerk.reconcile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.koppelwerk.relation.Value;

/** When two texts are one value spelled in two ways (engine.md section 3, rule 6). */
final class Spelling {

    private static final Pattern SIGNS = Pattern.compile("[\\p{Punct}\\p{P}\\p{Z}\\s]");

    private Spelling() {}

    /** Equal without case, spaces and punctuation; something written only in signs is compared as it is. */
    static boolean same(Value<?> one, Value<?> other) {
        if (one.equals(other)) return true;
        if (!one.isFilled() || !other.isFilled()) return false;
        String left = bare(one.text());
        return !left.isEmpty() && left.equals(bare(other.text()));
    }

    private static String bare(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return SIGNS.matcher(plain).replaceAll("");
    }
}
