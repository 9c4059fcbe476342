package nl.koppelwerk.sheet;

import java.util.List;

/** The columns of a sheet in their order, and the name that the sheet has in a workbook. */
public record Layout<T>(String title, List<Column<T>> columns) {

    public Layout {
        columns = List.copyOf(columns);
    }

    @SafeVarargs
    static <T> Layout<T> of(String title, Column<T>... columns) { return new Layout<>(title, List.of(columns)); }
}
