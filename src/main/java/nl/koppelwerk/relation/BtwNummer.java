package nl.koppelwerk.relation;

import java.util.Set;

import static nl.koppelwerk.relation.ReasonCode.BTW_CHECK;

/** A VAT number with its country; checked by the rules of NL, BE and DK, by shape for the rest of the EU. */
public record BtwNummer(String text) {

    public static final ValueType<BtwNummer> TYPE = Checked.of(BtwNummer::clean, BtwNummer::fits, BTW_CHECK, BtwNummer::new);

    /** As they stand before a VAT number: EL is Greece, XI Northern Ireland. */
    private static final Set<String> OTHERS = Set.of("AT", "BG", "CY", "CZ", "DE", "EE", "EL", "ES", "FI", "FR", "HR", "HU",
        "IE", "IT", "LT", "LU", "LV", "MT", "PL", "PT", "RO", "SE", "SI", "SK", "XI");

    public BtwNummer {
        Checked.require(fits(text), BTW_CHECK);
    }

    public String country() { return text.substring(0, 2); }

    /** True where only the 11-test fits: the number may be an old one of a sole trader, with a BSN inside. */
    public boolean mayHoldBsn() { return country().equals("NL") && Digits.mod97(text) != 1; }

    private static String clean(String typed) {
        var compact = Blanks.compact(typed);
        return compact.startsWith("BE") ? "BE" + Ondernemingsnummer.clean(compact) : compact;
    }

    private static boolean fits(String text) {
        if (text.length() < 4) return false;
        var number = text.substring(2);
        return switch (text.substring(0, 2)) {
            case "NL" -> isDutch(number);
            case "BE" -> Ondernemingsnummer.fits(number);
            case "DK" -> CvrNummer.TYPE.parse(number) instanceof Value.Present && Digits.are(number, 8);
            default -> OTHERS.contains(text.substring(0, 2)) && number.matches("[0-9A-Z+*]{2,12}");
        };
    }

    /** Never padded: a number of eight digits is a number with one missing. */
    private static boolean isDutch(String number) {
        if (!number.matches("[0-9]{9}B[0-9]{2}") || number.startsWith("000000000") || number.endsWith("B00")) return false;
        return Rsin.fits(number.substring(0, 9)) || Digits.mod97("NL" + number) == 1;
    }

    @Override public String toString() { return text; }
}
