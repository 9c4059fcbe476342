package nl.koppelwerk.sheet;

/** Follows the quotes of a row by RFC 4180, to know where the row ends and whether its quotes are sound. */
final class Quotes {

    private enum Place { START, PLAIN, QUOTED, AFTER_QUOTE, AFTER_CELL, ASTRAY }

    private final char delimiter;
    private Place place = Place.START;
    private int column;
    private long openedAt;

    Quotes(char delimiter) { this.delimiter = delimiter; }

    void follow(Line line) {
        var text = line.text();
        for (int i = 0; i < text.length() && place != Place.ASTRAY; i++) {
            char c = text.charAt(i);
            if (place == Place.START && c == '"') openedAt = line.number();
            place = next(c);
            if (place == Place.START) column++;
        }
    }

    private Place next(char c) {
        return switch (place) {
            case START -> c == delimiter ? Place.START : c == '"' ? Place.QUOTED : Place.PLAIN;
            case PLAIN -> c == delimiter ? Place.START : Place.PLAIN;
            case QUOTED -> c == '"' ? Place.AFTER_QUOTE : Place.QUOTED;
            case AFTER_QUOTE -> c == '"' ? Place.QUOTED : afterCell(c);
            case AFTER_CELL -> afterCell(c);
            case ASTRAY -> Place.ASTRAY;
        };
    }

    private Place afterCell(char c) { return c == delimiter ? Place.START : c == ' ' ? Place.AFTER_CELL : Place.ASTRAY; }

    /** The row goes on in the next line. */
    boolean areOpen() { return place == Place.QUOTED; }

    /** Something follows a closing quote that is no delimiter: a quote that should be doubled, or one that was never closed before. */
    boolean areAstray() { return place == Place.ASTRAY; }

    /** Of the cell that was followed last. */
    int column() { return column; }

    /** The line in which its quote opens. */
    long openedAt() { return openedAt; }
}
