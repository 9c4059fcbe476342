package nl.koppelwerk.relation;

import static nl.koppelwerk.relation.ReasonCode.OIN_FORMAT;

/** The number of a Dutch public body: 20 digits. */
public record Oin(String digits) {

    public static final ValueType<Oin> TYPE = Checked.of(Blanks::compact, Oin::fits, OIN_FORMAT, Oin::new);

    public Oin {
        Checked.require(fits(digits), OIN_FORMAT);
    }

    private static boolean fits(String digits) {
        return Digits.are(digits, 20);
    }

    @Override public String toString() { return digits; }
}
