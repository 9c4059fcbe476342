package nl.koppelwerk.sheet;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What stands between the cells of a CSV, as its first line tells. */
final class Delimiter {

    /** The more usual in the Netherlands comes first. */
    private static final List<Character> KNOWN = List.of(';', ',', '\t');
    /** A line before the header with which Excel is told. */
    private static final String TOLD = "sep=";

    private Delimiter() { }

    /** Takes the line that tells it, if there is one, and leaves the header to be read. */
    static char of(Lines lines) throws IOException {
        var line = lines.nextFilled();
        if (line == null) return KNOWN.get(0);
        var text = line.text().strip();
        if (text.toLowerCase(Locale.ROOT).startsWith(TOLD) && text.length() == TOLD.length() + 1 && mayPart(text.charAt(TOLD.length())))
            return text.charAt(TOLD.length());
        lines.putBack(List.of(line));
        return mostUsed(line.text());
    }

    /** No quote, for that holds a cell together, and nothing that words are made of. */
    private static boolean mayPart(char told) { return told != '"' && !Character.isLetterOrDigit(told) && !Character.isWhitespace(told); }

    private static char mostUsed(String header) {
        char most = KNOWN.get(0);
        for (char candidate : KNOWN) if (count(header, candidate) > count(header, most)) most = candidate;
        return most;
    }

    private static int count(String header, char candidate) {
        int count = 0;
        boolean isQuoted = false;
        for (char c : header.toCharArray()) {
            if (c == '"') isQuoted = !isQuoted;
            if (c == candidate && !isQuoted) count++;
        }
        return count;
    }
}
