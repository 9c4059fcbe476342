package nl.koppelwerk.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A text line by line; lines that were taken by mistake can be put back. */
final class Lines implements Closeable {

    private static final int NONE = -1;
    private static final int END = -2;

    private final Reader text;
    private final Deque<Line> putBack = new ArrayDeque<>();
    private int ahead = NONE;
    private long number;

    Lines(Reader text) { this.text = text; }

    /** Null at the end. */
    Line next() throws IOException { return putBack.isEmpty() ? read() : putBack.removeFirst(); }

    Line nextFilled() throws IOException {
        var line = next();
        while (line != null && line.text().isBlank() && !line.isCut()) line = next();
        return line;
    }

    void putBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) putBack.addFirst(lines.get(i));
    }

    private Line read() throws IOException {
        var line = new StringBuilder();
        boolean isCut = false;
        int c = take();
        if (c == END) return null;
        for (; c != '\n' && c != '\r' && c != END; c = take()) {
            if (line.length() < Limits.LONGEST_ROW) line.append((char) c);
            else isCut = true;
        }
        return new Line(++number, line.toString(), end(c), isCut);
    }

    private String end(int c) throws IOException {
        if (c == END) return "";
        if (c == '\n') return "\n";
        ahead = take();
        if (ahead != '\n') return "\r";
        ahead = NONE;
        return "\r\n";
    }

    private int take() throws IOException {
        int c = ahead == NONE ? text.read() : ahead;
        if (ahead != END) ahead = NONE;
        if (c < 0) ahead = END;
        return c < 0 ? END : c;
    }

    @Override public void close() throws IOException { text.close(); }
}
