package nl.koppelwerk.relation;

import org.apache.commons.validator.routines.IBANValidator;

import static nl.koppelwerk.relation.ReasonCode.IBAN_CHECK;

/** A bank account of any IBAN country, with Belgium's own check inside, which the libraries leave out. */
public record Iban(String text) {

    public static final ValueType<Iban> TYPE = Checked.of(Blanks::compact, Iban::fits, IBAN_CHECK, Iban::new);

    public Iban {
        Checked.require(fits(text), IBAN_CHECK);
    }

    private static boolean fits(String text) {
        return IBANValidator.getInstance().isValid(text) && (!text.startsWith("BE") || isBelgian(text.substring(4)));
    }

    private static boolean isBelgian(String account) {
        int rest = Digits.mod97(account.substring(0, 10));
        return Integer.parseInt(account.substring(10)) == (rest == 0 ? 97 : rest);
    }

    @Override public String toString() { return text; }
}
