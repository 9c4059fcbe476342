package nl.koppelwerk.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header of a sheet, and whether a row fits it. */
final class RowChecks {

    private final List<String> header;
    private final long headerLine;
    private final boolean isSparse;

    RowChecks(RawRow first, boolean isSparse) {
        var named = isSparse ? first.cells().subList(0, filledCount(first.cells())) : first.cells();
        this.header = named.stream().map(cell -> Headers.tidy(cell.text())).toList();
        this.headerLine = first.line();
        this.isSparse = isSparse;
        var problems = problems(first);
        if (!problems.isEmpty()) throw new SheetRefused(problems);
        if (header.stream().anyMatch(RowChecks::isNoText)) throw Refusals.noSheet();
    }

    /** Tells a picture or a program from a CSV. */
    static boolean isNoText(String name) { return name.codePoints().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c)); }

    List<String> header() { return header; }

    long headerLine() { return headerLine; }

    SheetRow row(RawRow raw) {
        var problems = problems(raw);
        if (problems.isEmpty()) problems = wrongCount(raw).map(List::of).orElseGet(() -> withoutColumn(raw));
        return problems.isEmpty() ? new Row(raw.line(), filledUp(raw.cells())) : new BadRow(raw.line(), problems);
    }

    private List<RowProblem> problems(RawRow raw) {
        var flaws = new ArrayList<>(raw.flaws());
        if (raw.cells().size() > Limits.MOST_COLUMNS) flaws.add(new Flaw(Limits.MOST_COLUMNS, raw.cells().size() + " cells", Trouble.TOO_MANY_CELLS));
        for (int i = 0; i < raw.cells().size(); i++) {
            var text = raw.cells().get(i).text();
            if (text.length() > Limits.LONGEST_CELL) flaws.add(new Flaw(i, text, Trouble.CELL_TOO_LONG));
        }
        return flaws.stream().map(flaw -> flaw.trouble().at(raw.line(), column(flaw.column()), flaw.given())).toList();
    }

    private Optional<RowProblem> wrongCount(RawRow raw) {
        int count = isSparse ? Math.max(header.size(), filledCount(raw.cells())) : raw.cells().size();
        if (count == header.size()) return Optional.empty();
        return Optional.of(new RowProblem(raw.line(), "", count + " cells", "The row has " + count + " cells, and the sheet has " + header.size() + " columns.",
            count < header.size() ? "Add the cells that are missing, also where they are blank."
                : "Put quotes round a cell that holds the sign between cells, or take the cells out that are too many."));
    }

    private List<RowProblem> withoutColumn(RawRow raw) {
        var problems = new ArrayList<RowProblem>();
        for (int i = 0; i < Math.min(header.size(), raw.cells().size()); i++) {
            if (header.get(i).isEmpty() && !raw.cells().get(i).isBlank())
                problems.add(new RowProblem(raw.line(), column(i), raw.cells().get(i).text(), "The cell stands in a column without a name.", "Name the column, or empty the cell."));
        }
        return problems;
    }

    private static int filledCount(List<Cell> cells) {
        int count = cells.size();
        while (count > 0 && cells.get(count - 1).isBlank()) count--;
        return count;
    }

    private List<Cell> filledUp(List<Cell> cells) {
        if (cells.size() == header.size()) return cells;
        var filled = new ArrayList<>(cells.subList(0, Math.min(cells.size(), header.size())));
        while (filled.size() < header.size()) filled.add(Cell.BLANK);
        return filled;
    }

    /** A column without a name is known by its place. */
    private String column(int index) {
        boolean isNamed = index < header.size() && !header.get(index).isEmpty();
        return isNamed ? header.get(index) : "column " + (index + 1);
    }
}
