package nl.koppelwerk.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** What the first bytes of a file say it is. */
final class FileSign {

    private static final String ARCHIVE = "504b";
    /** Workbooks before 2007, and those that are protected with a password. */
    private static final String COMPOUND = "d0cf11e0a1b11ae1";

    private FileSign() { }

    static SheetFormat format(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var sign = HexFormat.of().formatHex(in.readNBytes(8));
            if (sign.startsWith(COMPOUND)) throw Refusals.oldOrProtected();
            return sign.startsWith(ARCHIVE + "0304") || sign.startsWith(ARCHIVE + "0506") ? SheetFormat.XLSX : SheetFormat.CSV;
        }
    }
}
