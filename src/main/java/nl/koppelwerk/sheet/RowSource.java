package nl.koppelwerk.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A file as its rows, one held at a time. */
interface RowSource extends Closeable {

    /** Empty at the end. */
    Optional<RawRow> next() throws IOException;

    /** True where blank cells at the end of a row may be left out. */
    boolean isSparse();
}
