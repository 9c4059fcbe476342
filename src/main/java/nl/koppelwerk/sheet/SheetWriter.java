package nl.koppelwerk.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a sheet row by row; none is held. Closing it finishes the sheet and leaves the stream open. */
public final class SheetWriter<T> implements Closeable {

    private final Layout<T> layout;
    private final RowSink sink;

    private SheetWriter(Layout<T> layout, RowSink sink) {
        this.layout = layout;
        this.sink = sink;
    }

    /** The header is written at once, so that a sheet without rows has one. */
    public static <T> SheetWriter<T> to(OutputStream out, SheetFormat format, Layout<T> layout) throws IOException {
        var sink = format == SheetFormat.CSV ? new CsvSink(out) : new WorkbookSink(out);
        sink.header(layout);
        return new SheetWriter<>(layout, sink);
    }

    public void write(T row) throws IOException {
        sink.beginRow();
        for (var column : layout.columns()) sink.cell(column.text().apply(row), column.form());
        sink.endRow();
    }

    @Override public void close() throws IOException { sink.close(); }
}
