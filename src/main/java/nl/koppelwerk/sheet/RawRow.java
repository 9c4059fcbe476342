package nl.koppelwerk.sheet;

import java.util.List;

/** The cells of one row as the file has them, be they as many as its columns or not. */
record RawRow(long line, List<Cell> cells, List<Flaw> flaws) {

    RawRow(long line, List<Cell> cells) { this(line, cells, List.of()); }

    boolean isBlank() { return flaws.isEmpty() && cells.stream().allMatch(Cell::isBlank); }
}
