package nl.koppelwerk.relation;

import static nl.koppelwerk.relation.ReasonCode.KBO_CHECK;

/** A Belgian enterprise: 10 digits, the first 0 or 1; an old one of 9 digits gets its leading 0. */
public record Ondernemingsnummer(String digits) {

    public static final ValueType<Ondernemingsnummer> TYPE =
        Checked.of(Ondernemingsnummer::clean, Ondernemingsnummer::fits, KBO_CHECK, Ondernemingsnummer::new);

    public Ondernemingsnummer {
        Checked.require(fits(digits), KBO_CHECK);
    }

    static String clean(String typed) {
        var digits = Blanks.compact(typed).replaceFirst("^BE", "");
        return digits.length() == 9 ? "0" + digits : digits;
    }

    static boolean fits(String digits) {
        return Digits.are(digits, 10) && digits.charAt(0) <= '1'
            && Integer.parseInt(digits.substring(8)) == 97 - Digits.mod97(digits.substring(0, 8));
    }

    @Override public String toString() { return digits; }
}
