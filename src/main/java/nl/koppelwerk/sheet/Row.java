package nl.koppelwerk.sheet;

import java.util.List;

/** A row that was read, with one cell for each column of the header, in its order. */
public record Row(long line, List<Cell> cells) implements SheetRow {

    public Row {
        cells = List.copyOf(cells);
    }
}
