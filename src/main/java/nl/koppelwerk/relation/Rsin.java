package nl.koppelwerk.relation;

import static nl.koppelwerk.relation.ReasonCode.RSIN_CHECK;

/** A Dutch RSIN, or a BSN, which the same 11-test cannot tell apart: 9 digits, to be treated as sensitive. */
public record Rsin(String digits) {

    public static final ValueType<Rsin> TYPE = Checked.of(Blanks::compact, Rsin::fits, RSIN_CHECK, Rsin::new);

    public Rsin {
        Checked.require(fits(digits), RSIN_CHECK);
    }

    static boolean fits(String digits) {
        return Digits.are(digits, 9) && !digits.equals("000000000")
            && Digits.weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;
    }

    @Override public String toString() { return digits; }
}
