package nl.koppelwerk.sheet;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet that opens a CSV from taking text for a formula: an apostrophe stands before it, and is taken off on reading. A number or a
 * telephone number with its sign stays as it is, because it computes nothing and other programs read it.
 */
final class FormulaGuard {

    private static final String STARTERS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final Pattern HARMLESS = Pattern.compile("[+-][0-9][0-9 .,]*(;ext=[0-9]+)?");

    private FormulaGuard() { }

    /** Also one more apostrophe before text that has one there of its own, so that it reads back as it was. */
    static String guarded(String text) { return computes(text, apostrophes(text)) && !HARMLESS.matcher(text).matches() ? "'" + text : text; }

    static String unguarded(String text) {
        int apostrophes = apostrophes(text);
        return apostrophes > 0 && computes(text, apostrophes) ? text.substring(1) : text;
    }

    private static boolean computes(String text, int from) { return from < text.length() && STARTERS.indexOf(text.charAt(from)) >= 0; }

    private static int apostrophes(String text) {
        int count = 0;
        while (count < text.length() && text.charAt(count) == '\'') count++;
        return count;
    }
}
