package nl.koppelwerk.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Cuts a CSV into its rows; a quote that is never closed spoils the row in which it opens and none of those after it. */
final class RowTexts implements Closeable {

    private final Lines lines;
    private final char delimiter;

    RowTexts(Lines lines, char delimiter) {
        this.lines = lines;
        this.delimiter = delimiter;
    }

    /** Blank lines between rows are passed over; null at the end. */
    RowText next() throws IOException {
        var first = lines.nextFilled();
        if (first == null) return null;
        var row = new Gathering(first);
        while (row.goesOn()) {
            var line = lines.next();
            if (line == null) break;
            row.add(line);
        }
        if (!row.isSound()) lines.putBack(row.more);
        return row.text();
    }

    @Override public void close() throws IOException { lines.close(); }

    /** A row of which one line after the other is taken. */
    private final class Gathering {

        private final Line first;
        private final Quotes quotes = new Quotes(delimiter);
        private final StringBuilder text = new StringBuilder();
        private final List<Line> more = new ArrayList<>();
        private Line last;

        private Gathering(Line first) {
            this.first = first;
            take(first);
        }

        private void add(Line line) {
            text.append(last.end());
            more.add(line);
            take(line);
        }

        private void take(Line line) {
            last = line;
            text.append(line.text());
            quotes.follow(line);
        }

        private boolean isTooLong() { return last.isCut() || text.length() > Limits.LONGEST_ROW; }

        private boolean goesOn() { return quotes.areOpen() && !isTooLong() && more.size() < Limits.MOST_LINES_OF_A_ROW; }

        private boolean isSound() { return !quotes.areOpen() && !quotes.areAstray() && !isTooLong(); }

        private RowText text() {
            if (isSound()) return new RowText(first.number(), text.toString(), null);
            if (first.isCut()) return spoilt(first.number(), 0, Trouble.ROW_TOO_LONG);
            boolean isOneLine = more.isEmpty() && quotes.areAstray();
            return spoilt(quotes.openedAt(), quotes.column(), isOneLine ? Trouble.QUOTE_INSIDE : Trouble.QUOTE_NOT_CLOSED);
        }

        private RowText spoilt(long line, int column, Trouble trouble) { return new RowText(line, "", new Flaw(column, first.text(), trouble)); }
    }
}
