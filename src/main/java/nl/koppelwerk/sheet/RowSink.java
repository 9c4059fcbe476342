package nl.koppelwerk.sheet;

import java.io.Closeable;
import java.io.IOException;

/** Where the rows of a sheet go, cell by cell. */
interface RowSink extends Closeable {

    void header(Layout<?> layout) throws IOException;

    void beginRow() throws IOException;

    void cell(String text, Column.Form form) throws IOException;

    void endRow() throws IOException;
}
