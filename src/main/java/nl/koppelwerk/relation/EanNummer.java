package nl.koppelwerk.relation;

import org.apache.commons.validator.routines.checkdigit.EAN13CheckDigit;

import static nl.koppelwerk.relation.ReasonCode.EAN_CHECK;

/** An electronic address for invoices (EAN-13, GLN): 13 digits with a check digit. */
public record EanNummer(String digits) {

    public static final ValueType<EanNummer> TYPE = Checked.of(Blanks::compact, EanNummer::fits, EAN_CHECK, EanNummer::new);

    public EanNummer {
        Checked.require(fits(digits), EAN_CHECK);
    }

    private static boolean fits(String digits) {
        return Digits.are(digits, 13) && EAN13CheckDigit.EAN13_CHECK_DIGIT.isValid(digits);
    }

    @Override public String toString() { return digits; }
}
