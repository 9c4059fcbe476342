package nl.koppelwerk.relation;

import static nl.koppelwerk.relation.ReasonCode.P_NUMBER_FORMAT;

/** A Danish production unit: 10 digits, not checked, because part of the series was issued with wrong weights. */
public record PNummer(String digits) {

    public static final ValueType<PNummer> TYPE = Checked.of(Blanks::compact, PNummer::fits, P_NUMBER_FORMAT, PNummer::new);

    public PNummer {
        Checked.require(fits(digits), P_NUMBER_FORMAT);
    }

    private static boolean fits(String digits) {
        return Digits.are(digits, 10);
    }

    @Override public String toString() { return digits; }
}
