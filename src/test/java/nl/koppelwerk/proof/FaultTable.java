package nl.koppelwerk.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code target/faults.md}: a line per fault, over all the tests that make some; a test's own lines take the place of earlier ones. */
final class FaultTable {

    private static final Path FILE = Path.of("target", "faults.md");
    private static final String HEAD = """
            | fault | times | edits meanwhile | lost | doubled | unexplained | held | quiet after |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    private FaultTable() {
    }

    static void row(String fault, int times, int edits, Judge.Verdict verdict, Duration quiet) {
        add(fault, String.format(Locale.ROOT, "| %s | %d | %d | %d | %d | %d | %d | %.1f s |", fault, times, edits, verdict.lost().size(), verdict.doubled().size(),
                verdict.unexplained().size(), verdict.held(), quiet.toMillis() / 1000.0));
    }

    /** A fault that could not be made here, and why. */
    static void skipped(String fault, String why) {
        add(fault, "| " + fault + " | 0 | skipped: " + why + " | | | | | |");
    }

    private static synchronized void add(String fault, String line) {
        System.out.println(line);
        var rows = rows();
        rows.put("| " + fault + " |", line);
        try {
            Files.writeString(FILE, HEAD + String.join("\n", rows.values()) + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> rows() {
        var rows = new TreeMap<String, String>();
        try {
            if (Files.exists(FILE)) {
                Files.readAllLines(FILE).stream().skip(2).forEach(line -> rows.put(line.substring(0, line.indexOf('|', 1) + 1), line));
            }
            return rows;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
