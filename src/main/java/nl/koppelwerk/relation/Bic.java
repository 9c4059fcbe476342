package nl.koppelwerk.relation;

import static nl.koppelwerk.relation.ReasonCode.BIC_FORMAT;

/** The code of a bank (ISO 9362): 8 or 11 characters. */
public record Bic(String text) {

    public static final ValueType<Bic> TYPE = Checked.of(Blanks::compact, Bic::fits, BIC_FORMAT, Bic::new);

    public Bic {
        Checked.require(fits(text), BIC_FORMAT);
    }

    private static boolean fits(String text) { return text.matches("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?"); }

    @Override public String toString() { return text; }
}
