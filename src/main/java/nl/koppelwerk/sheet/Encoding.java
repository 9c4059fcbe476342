package nl.koppelwerk.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * How the characters of a CSV are stored.
 *
 * @param mark    the bytes of the byte order mark before its text
 * @param mayLose some of its bytes stand for no character, and are read as U+FFFD
 */
record Encoding(Charset charset, int mark, boolean mayLose) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int CHUNK = 64 * 1024;

    /** The whole file is looked through once: its only sign that is not UTF-8 may stand at its end. */
    static Encoding of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(3);
            if (starts(head, 0xFF, 0xFE)) return new Encoding(StandardCharsets.UTF_16LE, 2, false);
            if (starts(head, 0xFE, 0xFF)) return new Encoding(StandardCharsets.UTF_16BE, 2, false);
            boolean isMarked = starts(head, 0xEF, 0xBB, 0xBF);
            var census = new Utf8Census();
            var bytes = new byte[CHUNK];
            census.count(ByteBuffer.wrap(head));
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) census.count(ByteBuffer.wrap(bytes, 0, read));
            return isMarked || census.speaksForUtf8() ? new Encoding(StandardCharsets.UTF_8, isMarked ? 3 : 0, !census.isClean()) : new Encoding(WINDOWS, 0, true);
        }
    }

    Reader reader(InputStream in) throws IOException {
        in.skipNBytes(mark);
        return new BufferedReader(new InputStreamReader(in, charset), CHUNK);
    }

    private static boolean starts(byte[] head, int... with) {
        return head.length >= with.length && IntStream.range(0, with.length).allMatch(i -> (head[i] & 0xFF) == with[i]);
    }
}
