package nl.koppelwerk.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A CSV or XLSX that is read row by row; what is wrong with one row stops no other. */
public final class Sheet implements Iterator<SheetRow>, Closeable {

    private final SheetFormat format;
    private final RowSource source;
    private final RowChecks checks;
    private Optional<RawRow> ahead;
    private long rows;

    private Sheet(SheetFormat format, RowSource source) throws IOException {
        this.format = format;
        this.source = source;
        this.checks = new RowChecks(filled().orElseThrow(Refusals::empty), source.isSparse());
        this.ahead = filled();
    }

    /**
     * The format is what the file's first bytes say, whatever its name.
     *
     * @throws SheetRefused where it is no sheet, or one that is not read
     */
    public static Sheet open(Path file) throws IOException {
        var format = FileSign.format(file);
        return of(format, format == SheetFormat.CSV ? CsvRows.of(file) : WorkbookRows.of(file));
    }

    static Sheet of(SheetFormat format, RowSource source) throws IOException {
        try {
            return new Sheet(format, source);
        } catch (IOException | RuntimeException failed) {
            source.close();
            throw failed;
        }
    }

    public SheetFormat format() { return format; }

    /** The names of the columns as they were typed, without blanks around them; a column may have none. */
    public List<String> header() { return checks.header(); }

    public long headerLine() { return checks.headerLine(); }

    @Override public boolean hasNext() { return ahead.isPresent(); }

    /** @throws SheetRefused where the rest of it cannot be read */
    @Override public SheetRow next() {
        var raw = ahead.orElseThrow(NoSuchElementException::new);
        if (++rows > Limits.MOST_ROWS) throw Refusals.tooManyRows(raw.line());
        try {
            ahead = filled();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return checks.row(raw);
    }

    private Optional<RawRow> filled() throws IOException {
        var row = source.next();
        while (row.isPresent() && row.get().isBlank()) row = source.next();
        return row;
    }

    @Override public void close() throws IOException { source.close(); }
}
