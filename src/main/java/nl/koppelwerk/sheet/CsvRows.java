package nl.koppelwerk.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** A CSV of any usual encoding and delimiter, row by row. Each row is parsed for itself, so that what is wrong with one stops no other. */
final class CsvRows implements RowSource {

    private static final char LOST = '\uFFFD';

    private final RowTexts rows;
    private final CSVFormat format;
    private final boolean mayLose;

    private CsvRows(Lines lines, Encoding encoding) throws IOException {
        requireText(lines, encoding.mayLose());
        char delimiter = Delimiter.of(lines);
        rows = new RowTexts(lines, delimiter);
        format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        mayLose = encoding.mayLose();
    }

    /** Before anything is said of quotes and cells that a picture or a program has by chance. */
    private static void requireText(Lines lines, boolean mayLose) throws IOException {
        var first = lines.nextFilled();
        if (first == null) return;
        if (mayLose && first.text().indexOf(LOST) >= 0 || RowChecks.isNoText(first.text())) throw Refusals.noSheet();
        lines.putBack(List.of(first));
    }

    static CsvRows of(Path file) throws IOException {
        var encoding = Encoding.of(file);
        var in = Files.newInputStream(file);
        try {
            return new CsvRows(new Lines(encoding.reader(in)), encoding);
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }

    @Override public Optional<RawRow> next() throws IOException {
        var row = rows.next();
        if (row == null) return Optional.empty();
        if (row.flaw() != null) return Optional.of(new RawRow(row.line(), List.of(), List.of(row.flaw())));
        var cells = cells(row.text());
        return Optional.of(new RawRow(row.line(), cells, lost(cells)));
    }

    private List<Cell> cells(String row) throws IOException {
        try (var parser = CSVParser.parse(row, format)) {
            return parser.iterator().next().stream().map(text -> Cell.text(FormulaGuard.unguarded(text))).toList();
        }
    }

    private List<Flaw> lost(List<Cell> cells) {
        if (!mayLose) return List.of();
        return IntStream.range(0, cells.size()).filter(column -> cells.get(column).text().indexOf(LOST) >= 0)
            .mapToObj(column -> new Flaw(column, cells.get(column).text(), Trouble.LOST_CHARACTERS)).toList();
    }

    @Override public boolean isSparse() { return false; }

    @Override public void close() throws IOException { rows.close(); }
}
