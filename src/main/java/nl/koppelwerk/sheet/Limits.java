package nl.koppelwerk.sheet;

/** How much of a sheet is held at a time, and how much is read of it at all. */
final class Limits {

    /** Excel's own. */
    static final int LONGEST_CELL = 32_767;
    static final int MOST_COLUMNS = 200;
    static final int LONGEST_ROW = 1_000_000;
    /** Of a CSV whose cells have line breaks; a quote that is not closed is looked for no further. */
    static final int MOST_LINES_OF_A_ROW = 100;
    /** The ids of so many are remembered, so that none comes twice. */
    static final int MOST_ROWS = 1_000_000;

    private Limits() { }
}
