package nl.koppelwerk.sheet;

import java.util.List;

/** A row that cannot be taken, with everything that is wrong with it. */
public record BadRow(long line, List<RowProblem> problems) implements SheetRow, BroughtRow {

    public BadRow {
        problems = List.copyOf(problems);
    }
}
