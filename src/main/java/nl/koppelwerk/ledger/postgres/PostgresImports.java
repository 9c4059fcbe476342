package nl.koppelwerk.ledger.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import nl.koppelwerk.ledger.Imports;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Spool;

/** A file is kept in pieces, so that neither side ever has all of it in memory. */
record PostgresImports(Database database, Secrets secrets, Timing timing, PostgresRuns runs, Spool spool) implements Imports {

    private static final int PIECE = 1 << 20;

    /** Nobody sees the run before all of its file is there; a slow line holds no connection meanwhile. */
    @Override public Run begin(String link, String name, InputStream file, String by) throws IOException {
        var whole = spool.file();
        try {
            // Into the file that is there: one that is made anew would be readable by others.
            try (var out = Files.newOutputStream(whole)) {
                file.transferTo(out);
            }
            return runs.find(database.transaction(statements -> kept(statements, link, name, whole, by))).orElseThrow();
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private String kept(Statements statements, String link, String name, Path whole, String by) throws SQLException {
        var run = statements.row("INSERT INTO run (link_id, kind, started_by, why) VALUES (?, 'IMPORT', ?, ?) RETURNING id", row -> row.id("id"), link, by, name).orElseThrow();
        try (var file = Files.newInputStream(whole)) {
            int n = 0;
            for (var piece = file.readNBytes(PIECE); piece.length > 0; piece = file.readNBytes(PIECE), n++)
                statements.change("INSERT INTO import_piece (run_id, n, body) VALUES (?, ?, ?)", Database.id(run), n, secrets.seal(piece, place(run, n)));
            return run;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String place(String run, int n) { return "import " + run + " " + n; }

    @Override public List<Run> claim(int most) {
        var ids = database.rows("""
            UPDATE run r SET token = nextval('run_token'), lease = hub_now() + ?
            WHERE r.id IN (SELECT c.id FROM run c JOIN link l ON l.id = c.link_id WHERE c.state = 'RUNNING' AND NOT c.walked AND c.kind = 'IMPORT'
                AND l.state = 'ACTIVE' AND (c.lease IS NULL OR c.lease <= hub_now())
                AND NOT EXISTS (SELECT FROM run b WHERE b.link_id = c.link_id AND b.kind = 'IMPORT' AND b.id < c.id AND b.state = 'RUNNING' AND NOT b.walked)
                ORDER BY c.id LIMIT ? FOR UPDATE OF c SKIP LOCKED) RETURNING r.id""", row -> row.id("id"), timing.lease(), most);
        return ids.stream().flatMap(id -> runs.find(id).stream()).toList();
    }

    @Override public void copy(String run, OutputStream to) throws IOException {
        for (int n = 0; ; n++) {
            int at = n;
            var piece = database.row("SELECT body FROM import_piece WHERE run_id = ? AND n = ?", row -> secrets.open(row.bytes("body"), place(run, at)), Database.id(run), n);
            if (piece.isEmpty()) return;
            to.write(piece.get());
        }
    }

    @Override public void problems(Run run, List<Problem> problems) {
        if (problems.isEmpty()) return;
        database.row("SELECT keep_problems(?, ?, ?, ?)", row -> true, Database.id(run.id()), run.token(), Column.numbers(problems, Problem::line),
            Column.bytes(problems, problem -> secrets.seal(LedgerJson.bytes(LedgerJson.array(problem.details(), PostgresImports::json)), place(run.id(), problem.line()))));
    }

    @Override public String keyed(String link, String text) { return HexFormat.of().formatHex(secrets.hash("brought " + link, text)); }

    private static String place(String run, long line) { return "import problem " + run + " " + line; }

    private static com.fasterxml.jackson.databind.node.ObjectNode json(Detail detail) {
        return LedgerJson.NODES.objectNode().put("column", detail.column()).put("given", detail.given()).put("reason", detail.reason()).put("remedy", detail.remedy());
    }

    @Override public List<Problem> problems(String run, long afterLine, int most) {
        return database.rows("SELECT * FROM import_problem WHERE run_id = ? AND line > ? ORDER BY line LIMIT ?", row -> problem(run, row), Database.id(run), afterLine, most);
    }

    private Problem problem(String run, Row row) throws SQLException {
        var line = row.number("line");
        var details = LedgerJson.read(secrets.open(row.bytes("body"), place(run, line)));
        return new Problem(line, LedgerJson.list(details, one -> new Detail(one.path("column").asText(), one.path("given").asText(), one.path("reason").asText(),
            one.path("remedy").asText())));
    }
}
