package nl.koppelwerk.sheet;

import java.util.regex.Pattern;
import nl.koppelwerk.relation.Ondernemingsnummer;
import nl.koppelwerk.relation.Rijksregisternummer;
import nl.koppelwerk.relation.Value;

/** National numbers as spreadsheets keep them, and as they are kept out of what is told of a sheet. */
public final class NationalNumber {

    static final String HIDDEN = "***";

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\p{Z}./\\-\u2010\u2011\u2013]+");
    /** A number cell has no zero before it; with one digit less no month would be left. */
    private static final Pattern LOST_ZEROS = Pattern.compile("[1-9][0-9]{7,9}");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9](?:[\\s\\p{Z}./\\-\u2010\u2011\u2013]*[0-9]){7,}");

    private static final Pattern ELEVEN_DIGITS = Pattern.compile("[0-9](?:[\\s\\p{Z}./\\-\u2010\u2011\u2013]*[0-9]){10,}");

    private NationalNumber() { }

    /** A text that may hold one, also mistyped, with something behind it, or without the zeros before it: nobody is to read it. */
    static boolean mayStandIn(String text) { return ELEVEN_DIGITS.matcher(text).find() || read(new Cell(text, true)).isValid() && !text.isEmpty(); }

    /** One that lost the zeros before it gets them back where the check digits then fit. */
    static Value<Rijksregisternummer> read(Cell cell) {
        var typed = Rijksregisternummer.TYPE.parse(cell.text());
        var digits = BETWEEN_DIGITS.matcher(cell.text()).replaceAll("");
        if (typed.isValid() || !LOST_ZEROS.matcher(digits).matches() || isEnterprise(digits)) return typed;
        var filled = Rijksregisternummer.TYPE.parse("0".repeat(11 - digits.length()) + digits);
        return filled.isValid() ? filled : typed;
    }

    /** The check of an enterprise's number is the same, so with zeros before it it would be somebody born in 1900. */
    private static boolean isEnterprise(String digits) { return Ondernemingsnummer.TYPE.parse(digits) instanceof Value.Present<?>; }

    /** The name of a file as it may be told to anybody. */
    public static String hiddenInName(String name) { return ELEVEN_DIGITS.matcher(name).replaceAll(HIDDEN); }

    /** The text without any number as long as a national number or a birth date. */
    static String hiddenIn(String text) { return LONG_NUMBER.matcher(text).replaceAll(HIDDEN); }

    static RowProblem hiddenIn(RowProblem problem) {
        return new RowProblem(problem.line(), hiddenIn(problem.column()), hiddenIn(problem.given()), hiddenIn(problem.reason()), problem.remedy());
    }
}
