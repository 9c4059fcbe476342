package nl.koppelwerk.sandbox.economic;

import java.util.regex.Pattern;

/** One address text in REST, two in CUST: the first line, and the rest. */
record EcoAddress(String first, String rest) {

    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|\\r|\\n");
    private static final int LINE_LIMIT = 255;

    static EcoAddress of(String text) {
        var lines = LINE_BREAK.split(text, 2);
        if (lines[0].length() > LINE_LIMIT) {
            return new EcoAddress(text.substring(0, LINE_LIMIT), text.substring(LINE_LIMIT));
        }
        return new EcoAddress(lines[0], lines.length > 1 ? lines[1] : "");
    }

    /** The text that the two make; a text that says the same already keeps its own line ends. */
    String over(String old) {
        return of(old).equals(this) ? old : rest.isEmpty() ? first : first + "\n" + rest;
    }

    static boolean hasLines(String text) {
        return LINE_BREAK.matcher(text).find();
    }

    static String onOneLine(String text) {
        return LINE_BREAK.matcher(text).replaceAll(" ");
    }
}
