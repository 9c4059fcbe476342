package nl.koppelwerk.reconcile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Amount;
import nl.koppelwerk.relation.Days;
import nl.koppelwerk.relation.EmailAddress;
import nl.koppelwerk.relation.EmailAddresses;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Website;

/** When two texts are one value spelled in two ways (engine.md section 3, rule 6). */
final class Spelling {

    private static final String SIGNS = "[\\p{Punct}\\p{P}\\p{Z}\\s]";
    /** 25-9 is not 259. */
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\p{Nd})" + SIGNS + "+(?=\\p{Nd})");
    private static final Pattern OTHERS = Pattern.compile(SIGNS);
    private static final Pattern POSTCODE = Pattern.compile("(?<=postalcode=)[^\\n]*");
    /** Of no system: for private use. */
    private static final String MARK = "\uE000";

    private Spelling() {}

    /**
     * Equal without case, spaces and punctuation, where those say nothing: in a number, a mailbox and an address of the web they do, and so they
     * do between two digits. Something written only in signs is compared as it is.
     */
    static boolean same(Value<?> one, Value<?> other) {
        if (one.equals(other)) return true;
        if (!one.isFilled() || !other.isFilled()) return false;
        String left = bare(one, other);
        return !left.isEmpty() && left.equals(bare(other, one));
    }

    private static String bare(Value<?> one, Value<?> beside) {
        var plain = Normalizer.normalize(one.text(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (isExact(one) || isExact(beside)) return plain.replaceAll("/$", "");
        var postcode = one instanceof Value.Present<?> present && present.value() instanceof Address ? POSTCODE.matcher(plain).replaceAll(code -> bare(code.group())) : plain;
        return bare(BETWEEN_DIGITS.matcher(postcode).replaceAll(MARK));
    }

    private static String bare(String text) { return OTHERS.matcher(text).replaceAll(""); }

    private static boolean isExact(Value<?> one) {
        return one instanceof Value.Present<?> present && (present.value() instanceof EmailAddress || present.value() instanceof EmailAddresses
            || present.value() instanceof Website || present.value() instanceof Days || present.value() instanceof Amount);
    }
}
