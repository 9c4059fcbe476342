package nl.koppelwerk.relation;

import static nl.koppelwerk.relation.ReasonCode.CVR_CHECK;

/** A Danish company: 8 digits, weighted sum divisible by 11 (erhvervsstyrelsen.dk/modulus_11). */
public record CvrNummer(String digits) {

    public static final ValueType<CvrNummer> TYPE = Checked.of(typed -> Blanks.compact(typed).replaceFirst("^DK", ""), CvrNummer::fits, CVR_CHECK, CvrNummer::new);

    public CvrNummer {
        Checked.require(fits(digits), CVR_CHECK);
    }

    private static boolean fits(String digits) {
        return Digits.are(digits, 8) && digits.charAt(0) != '0'
            && Digits.weighted(digits, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }

    @Override public String toString() { return digits; }
}
