package nl.koppelwerk.relation;

import static nl.koppelwerk.relation.ReasonCode.VESTIGINGSNUMMER_FORMAT;

/** The number of an establishment in the Dutch trade register: 12 digits, no check digit (none is published). */
public record Vestigingsnummer(String digits) {

    public static final ValueType<Vestigingsnummer> TYPE = Checked.of(Blanks::compact, Vestigingsnummer::fits, VESTIGINGSNUMMER_FORMAT, Vestigingsnummer::new);

    public Vestigingsnummer {
        Checked.require(fits(digits), VESTIGINGSNUMMER_FORMAT);
    }

    private static boolean fits(String digits) {
        return Digits.are(digits, 12);
    }

    @Override public String toString() { return digits; }
}
