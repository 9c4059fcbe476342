package nl.koppelwerk.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The first visible sheet of an XLSX, row by row. */
final class WorkbookRows implements RowSource {

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private long line;

    private WorkbookRows(ReadableWorkbook workbook) throws IOException {
        this.workbook = workbook;
        var visible = workbook.getSheets().filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE).findFirst();
        stream = visible.orElseThrow(Refusals::noVisibleSheet).openStream();
        rows = stream.iterator();
    }

    /** Looked through whole before its first row is given, so that nothing is taken from a workbook that is damaged at its end. */
    static WorkbookRows of(Path file) throws IOException {
        boolean hasStyles = WorkbookGuard.check(file);
        try {
            return of(new ReadableWorkbook(file.toFile(), new ReadingOptions(hasStyles, true)));
        } catch (SheetRefused refused) {
            throw refused;
        } catch (RuntimeException malformed) {
            throw Refusals.damaged(1);
        }
    }

    private static WorkbookRows of(ReadableWorkbook workbook) throws IOException {
        try {
            return new WorkbookRows(workbook);
        } catch (IOException | RuntimeException failed) {
            workbook.close();
            throw failed;
        }
    }

    @Override public Optional<RawRow> next() {
        try {
            return rows.hasNext() ? Optional.of(raw(rows.next())) : Optional.empty();
        } catch (UncheckedIOException failed) {
            throw failed;
        } catch (RuntimeException malformed) {
            throw Refusals.damaged(line + 1);
        }
    }

    private RawRow raw(Row row) {
        line = row.getRowNum();
        var cells = new ArrayList<Cell>(row.getCellCount());
        var flaws = new ArrayList<Flaw>();
        for (int column = 0; column < row.getCellCount(); column++) {
            var cell = row.getCell(column);
            var trouble = WorkbookCell.trouble(cell);
            cells.add(trouble == null ? WorkbookCell.read(cell) : Cell.BLANK);
            if (trouble != null) flaws.add(new Flaw(column, cell.getText(), trouble));
        }
        return new RawRow(line, List.copyOf(cells), flaws);
    }

    @Override public boolean isSparse() { return true; }

    @Override public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
