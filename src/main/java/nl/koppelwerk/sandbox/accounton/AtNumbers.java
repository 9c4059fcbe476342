package nl.koppelwerk.sandbox.accounton;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Belgian national numbers and BIS numbers, as Accounton checks them. */
final class AtNumbers {

    private AtNumbers() {
    }

    /** What is wrong with a number, as a code; the number itself is never said. */
    static Optional<String> problem(String typed) {
        var digits = typed.replaceAll("[ .-]", "");
        if (!digits.matches("\\d{11}")) {
            return Optional.of("RRN_FORMAT");
        }
        if (month(digits) > 12 || Integer.parseInt(digits.substring(4, 6)) > 31) {
            return Optional.of("RRN_DATE");
        }
        var century = century(digits);
        if (century == 0) {
            return Optional.of("RRN_CHECKSUM");
        }
        return isDay(century, digits) ? Optional.empty() : Optional.of("RRN_DATE");
    }

    /** As it is compared; empty where nothing stands. */
    static String plain(String typed) {
        return typed.replaceAll("[ .-]", "");
    }

    /** The check tells which one, and 0 where it fits none. */
    private static int century(String digits) {
        var check = Integer.parseInt(digits.substring(9));
        if (check == 97 - Long.parseLong(digits.substring(0, 9)) % 97) {
            return 1900;
        }
        return check == 97 - Long.parseLong("2" + digits.substring(0, 9)) % 97 ? 2000 : 0;
    }

    private static boolean isDay(int century, String digits) {
        var day = Integer.parseInt(digits.substring(4, 6));
        if (month(digits) == 0 || day == 0) {
            return true;
        }
        try {
            LocalDate.of(century + Integer.parseInt(digits.substring(0, 2)), month(digits), day);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /** Of a BIS number without the 20 or 40 that it is raised by. */
    private static int month(String digits) {
        var written = Integer.parseInt(digits.substring(2, 4));
        return written > 60 ? 99 : written % 20;
    }
}
