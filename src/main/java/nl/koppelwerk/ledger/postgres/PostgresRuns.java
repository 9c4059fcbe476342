package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Outcome;

/** Rows read are what was known at once plus what was hinted, never a number of their own, so the balance adds up at every moment. */
record PostgresRuns(Database database, Timing timing) implements Runs {

    private static final String SELECT = """
        SELECT r.*, (SELECT count(*) FROM run_item i WHERE i.run_id = r.id AND i.waiting) AS waiting,
            (SELECT coalesce(jsonb_object_agg(o.outcome, o.n), '{}') FROM (SELECT i.outcome, count(*) AS n FROM run_item i
             WHERE i.run_id = r.id AND i.outcome IS NOT NULL GROUP BY 1) o) AS ended
        FROM run r WHERE\s""";

    @Override public Run start(String link, Kind kind, int size, String by) {
        database.change("""
            INSERT INTO run (link_id, kind, started_by, size) VALUES (?, ?, ?, ?)
            ON CONFLICT (link_id, kind) WHERE state IN ('RUNNING', 'PAUSED') AND kind <> 'IMPORT' DO NOTHING""", link, kind, by, size);
        return database.row(SELECT + "r.link_id = ? AND r.kind = ? ORDER BY r.id DESC LIMIT 1", PostgresRuns::run, link, kind).orElseThrow();
    }

    @Override public Optional<Run> find(String run) {
        endComplete();
        return database.row(SELECT + "r.id = ?", PostgresRuns::run, Database.id(run));
    }

    @Override public List<Run> of(String link, String afterId, int most) {
        endComplete();
        return database.rows(SELECT + "r.link_id = ? AND r.id > ? ORDER BY r.id LIMIT ?", PostgresRuns::run, link, Database.id(afterId), most);
    }

    /** The last notice of a run cannot know that it is the last, for two may end at once: so whoever asks ends the run. */
    private void endComplete() {
        database.change("""
            UPDATE run r SET state = 'DONE', ended_at = hub_now() WHERE r.state IN ('RUNNING', 'APPLYING') AND r.walked
            AND NOT EXISTS (SELECT FROM run_item i WHERE i.run_id = r.id AND i.waiting)
            AND (r.kind <> 'VERIFY' OR EXISTS (SELECT FROM certificate c WHERE c.run_id = r.id AND c.completed_at IS NOT NULL))""");
    }

    @Override public List<Run> claim(int most) {
        endComplete();
        var ids = database.rows("""
            UPDATE run r SET token = nextval('run_token'), lease = hub_now() + ?
            WHERE r.id IN (SELECT c.id FROM run c JOIN link l ON l.id = c.link_id WHERE c.state = 'RUNNING' AND NOT c.walked AND c.kind <> 'IMPORT'
                           AND (l.state = 'ACTIVE' OR c.kind IN ('CHECKLIST', 'EXPORT', 'BACKUP') AND l.state <> 'STOPPED')
                           AND (c.lease IS NULL OR c.lease <= hub_now()) ORDER BY c.id LIMIT ? FOR UPDATE OF c SKIP LOCKED) RETURNING r.id""",
            row -> row.number("id"), timing.lease(), most);
        return ids.isEmpty() ? List.of() : database.rows(SELECT + "r.id = ANY (?) ORDER BY r.id", PostgresRuns::run, Column.numbers(ids, id -> id));
    }

    @Override public boolean renew(Run run) {
        return database.change("UPDATE run SET lease = hub_now() + ? WHERE id = ? AND token = ? AND state = 'RUNNING'",
            timing.lease(), Database.id(run.id()), run.token()) > 0;
    }

    @Override public void walked(Run run, int read, Map<Outcome, Integer> known, Integer total) {
        var counts = LedgerJson.NODES.objectNode();
        known.forEach((outcome, count) -> counts.put(outcome.name(), count));
        database.transaction(statements -> {
            int ours = statements.change("""
                UPDATE run SET total = coalesce(?::int, total), known = (SELECT coalesce(jsonb_object_agg(k, n), '{}') FROM
                    (SELECT k, sum(v::int) AS n FROM (SELECT * FROM jsonb_each_text(known) UNION ALL SELECT * FROM jsonb_each_text(?)) e(k, v) GROUP BY k) s)
                WHERE id = ? AND token = ?""", total, new Json(counts.toString()), Database.id(run.id()), run.token());
            requireOurs(ours);
            return statements.change("UPDATE run_item SET counted = true WHERE run_id = ? AND NOT counted", Database.id(run.id()));
        });
    }

    @Override public Missing missing(Run run, Side side) {
        var missing = database.rows("SELECT root, brake, alone FROM missing_roots(?, ?)", row -> new MissingRoot(row.text("root"), row.count("brake"), row.flag("alone")),
            Database.id(run.id()), side);
        boolean isCut = !missing.isEmpty() && missing.stream().filter(root -> !root.alone()).count() > missing.get(0).brake();
        return new Missing(isCut ? List.of() : missing.stream().map(MissingRoot::root).toList(), missing.size());
    }

    private record MissingRoot(String root, int brake, boolean alone) {}

    @Override public void walkedAll(Run run, String why) {
        requireOurs(database.change("UPDATE run SET walked = true, lease = NULL, why = ? WHERE id = ? AND token = ?", why,
            Database.id(run.id()), run.token()));
        endComplete();
    }

    private static void requireOurs(int rows) {
        if (rows == 0) throw new IllegalStateException("the run is no longer this worker's");
    }

    @Override public void change(String run, State state, String why) {
        boolean isEnd = state != State.RUNNING && state != State.PAUSED;
        if (state == State.CANCELLED) database.change("DELETE FROM wanted WHERE run_id = ?", Database.id(run));
        database.change("UPDATE run SET state = ?, why = ?, ended_at = CASE WHEN ? THEN hub_now() END, lease = NULL WHERE id = ?",
            state, why, isEnd, Database.id(run));
        endComplete();
    }

    private static Run run(Row row) throws SQLException {
        var balance = new EnumMap<Outcome, Integer>(Outcome.class);
        for (var column : List.of("known", "ended"))
            for (var count : LedgerJson.read(row.text(column)).properties())
                balance.merge(Outcome.valueOf(count.getKey()), count.getValue().asInt(), Integer::sum);
        int waiting = row.count("waiting");
        int read = balance.values().stream().mapToInt(Integer::intValue).sum() + waiting;
        return new Run(row.id("id"), row.text("link_id"), Kind.valueOf(row.text("kind")), State.valueOf(row.text("state")), row.text("started_by"),
            row.moment("started_at"), row.moment("ended_at"), read, row.countOrNull("total"), Map.copyOf(balance), waiting, row.flag("walked"),
            row.text("why"), row.count("size"), row.number("token"));
    }
}
