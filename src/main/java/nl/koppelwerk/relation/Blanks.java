package nl.koppelwerk.relation;

import java.text.Normalizer;

/** White space, and the marks that people put inside numbers. */
final class Blanks {

    private Blanks() { }

    /** Without blank lines, spaces, hard spaces and byte order marks at either end, in Unicode's composed form. */
    static String trimmed(String raw) {
        if (raw == null) return "";
        int start = 0;
        int end = raw.length();
        while (start < end && isBlank(raw.charAt(start))) start++;
        while (end > start && isBlank(raw.charAt(end - 1))) end--;
        return Normalizer.normalize(raw.substring(start, end), Normalizer.Form.NFC);
    }

    /** Upper case without spaces, dots, dashes and slashes: identifiers.md, section 1. */
    static String compact(String typed) {
        var kept = new StringBuilder(typed.length());
        typed.codePoints().filter(c -> !isBlank(c) && ".-/\u2010\u2011\u2013".indexOf(c) < 0)
            .forEach(c -> kept.append(c >= 'a' && c <= 'z' ? (char) (c - 32) : Character.toString(c)));
        return kept.toString();
    }

    static boolean hasControlCharacters(String text) {
        return text.codePoints().anyMatch(c -> Character.isISOControl(c) || isLoneSurrogate(c));
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    private static boolean isLoneSurrogate(int c) { return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE; }
}
