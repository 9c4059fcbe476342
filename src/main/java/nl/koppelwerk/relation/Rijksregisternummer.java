package nl.koppelwerk.relation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

import static nl.koppelwerk.relation.ReasonCode.RRN_CHECK;

/** A Belgian national register number or BIS number: 11 digits, whose check also tells the century; sensitive. */
public record Rijksregisternummer(String digits) {

    public static final ValueType<Rijksregisternummer> TYPE =
        Checked.of(Blanks::compact, Rijksregisternummer::fits, RRN_CHECK, Rijksregisternummer::new);

    /** What a BIS number adds to the month: 20 while the sex is unknown, 40 once it is known. */
    private static final int BIS_STEP = 20;

    public Rijksregisternummer {
        Checked.require(fits(digits), RRN_CHECK);
    }

    public boolean isBis() { return writtenMonth(digits) >= BIS_STEP; }

    public int birthYear() { return century(digits) + number(digits, 0, 2); }

    /** The sex by the parity of the serial number; none while a BIS number does not know it. */
    public Optional<Gender> gender() {
        if (writtenMonth(digits) / BIS_STEP == 1) return Optional.empty();
        return Optional.of(number(digits, 6, 9) % 2 == 1 ? Gender.MALE : Gender.FEMALE);
    }

    /** True unless the number tells another day, month or year than this; what it leaves open (00) fits anything. */
    public boolean agreesWith(LocalDate birthDate) {
        int month = month(digits);
        int day = number(digits, 4, 6);
        return birthYear() == birthDate.getYear()
            && (month == 0 || month == birthDate.getMonthValue() && (day == 0 || day == birthDate.getDayOfMonth()));
    }

    private static boolean fits(String digits) {
        return Digits.are(digits, 11) && century(digits) > 0 && isDay(digits);
    }

    /** The two rules can never both fit, as 2,000,000,000 leaves a remainder by 97. */
    private static int century(String digits) {
        int check = number(digits, 9, 11);
        if (check == 97 - Digits.mod97(digits.substring(0, 9))) return 1900;
        return check == 97 - Digits.mod97("2" + digits.substring(0, 9)) ? 2000 : 0;
    }

    private static boolean isDay(String digits) {
        int month = month(digits);
        int day = number(digits, 4, 6);
        if (month > 12 || day > 31 || writtenMonth(digits) >= 3 * BIS_STEP) return false;
        try {
            return month == 0 || day == 0 || LocalDate.of(century(digits) + number(digits, 0, 2), month, day) != null;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static int writtenMonth(String digits) { return number(digits, 2, 4); }

    private static int month(String digits) { return writtenMonth(digits) % BIS_STEP; }

    private static int number(String digits, int from, int to) { return Integer.parseInt(digits.substring(from, to)); }

    @Override public String toString() { return digits; }
}
