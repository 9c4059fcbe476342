package nl.koppelwerk.sheet;

import java.util.List;
import java.util.Map;

/** The cells of one row by their columns. */
record RowCells(Row row, Map<String, Integer> places, List<String> header) {

    boolean has(Column<?> column) { return places.containsKey(column.name()); }

    /** Blank where the sheet has no such column. */
    Cell cell(Column<?> column) { return has(column) ? row.cells().get(places.get(column.name())) : Cell.BLANK; }

    RowProblem problem(Column<?> column, String reason, String remedy) {
        return new RowProblem(row.line(), has(column) ? header.get(places.get(column.name())) : column.name(), cell(column).text(), reason, remedy);
    }
}
