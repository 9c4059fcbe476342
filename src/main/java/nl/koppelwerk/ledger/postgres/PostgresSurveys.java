package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;
import java.util.List;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Surveys;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Readiness;
import nl.koppelwerk.reconcile.Readiness.Verdict;

/** Found rows, sealed with the installation's key: a root that is only looked at has no relation, and no key of its own. */
record PostgresSurveys(Database database, Secrets secrets) implements Surveys {

    @Override public void found(Run run, List<Found> rows) {
        if (rows.isEmpty()) return;
        database.row("SELECT keep_survey(?, ?, ?, ?, ?, ?, ?, ?)", row -> true, Database.id(run.id()), run.token(),
            Column.sides(rows, found -> found.seen().side()), Column.texts(rows, found -> found.seen().root()),
            Column.bytes(rows, found -> secrets.seal(RecordJson.of(found.seen().relation()), place(run.id(), found.seen().root()))),
            Column.texts(rows, found -> found.readiness().verdict().name()), Column.texts(rows, found -> LedgerJson.array(found.readiness().reasons(), LedgerJson::of).toString()),
            Column.texts(rows, this::keys));
    }

    /** As PostgreSQL writes an array of bytes. */
    private String keys(Found found) {
        var hashes = found.keys().stream().map(key -> "\"\\\\x" + java.util.HexFormat.of().formatHex(secrets.hash(key.kind(), key.value())) + "\"").toList();
        return "{" + String.join(",", hashes) + "}";
    }

    @Override public List<Kept> of(String run, String afterId, int most) {
        return database.rows("""
            SELECT s.*, ARRAY(SELECT o.root FROM survey_row o WHERE o.run_id = s.run_id AND o.side = s.side AND o.keys && s.keys AND o.id <> s.id
                ORDER BY o.id LIMIT 10) AS twins
            FROM survey_row s WHERE s.run_id = ? AND s.id > ? ORDER BY s.id LIMIT ?""", this::kept, Database.id(run), Database.id(afterId), most);
    }

    private Kept kept(Row row) throws SQLException {
        var root = row.text("root");
        var relation = RecordJson.relation(secrets.open(row.bytes("body"), place(row.id("run_id"), root)));
        var reasons = LedgerJson.reasons(row.text("reasons"));
        return new Kept(row.id("id"), new Sighting(row.side("side"), root, relation, "", null, null),
            new Readiness(Verdict.valueOf(row.text("verdict")), reasons), row.texts("twins"));
    }

    private static String place(String run, String root) { return "survey " + run + " " + root; }
}
