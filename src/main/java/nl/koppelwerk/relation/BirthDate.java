package nl.koppelwerk.relation;

import java.time.DateTimeException;
import java.time.LocalDate;

import static nl.koppelwerk.relation.ReasonCode.DATE_FORMAT;

/** A day of birth, written {@code YYYY-MM-DD}; a time of day behind it is dropped. */
public record BirthDate(LocalDate day) {

    public static final ValueType<BirthDate> TYPE =
        Checked.of(BirthDate::dayOnly, BirthDate::fits, DATE_FORMAT, text -> new BirthDate(LocalDate.parse(text)));

    private static String dayOnly(String typed) { return typed.replaceFirst("T[0-9:.]+(Z|[+-][0-9:]+)?$", ""); }

    private static boolean fits(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException notADay) {
            return false;
        }
    }

    @Override public String toString() { return day.toString(); }
}
