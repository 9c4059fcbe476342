package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Plans;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Selection;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Preview;
import nl.koppelwerk.reconcile.Restore;
import nl.koppelwerk.reconcile.Settlement.Outcome;

/** Plans and their items; the values in them are sealed with the keys of their relations. */
final class PostgresPlans implements Plans {

    private static final String ITEMS = """
        SELECT i.id, i.body, i.selected, coalesce(a.relation_id, i.relation_id) AS relation, r.label, r.wrapped_key, o.outcome
        FROM plan_item i LEFT JOIN relation_alias a ON a.id = i.relation_id
        JOIN relation r ON r.id = coalesce(a.relation_id, i.relation_id) AND r.wrapped_key IS NOT NULL
        LEFT JOIN run_item o ON i.selected AND o.run_id = i.run_id AND o.side = i.side AND o.root = i.root
        WHERE i.run_id = ? AND\s""";

    private final Database database;
    private final RelationKeys keys;
    private final Timing timing;
    private final Runs runs;
    private final Grounds grounds;
    private final Applying applying;

    PostgresPlans(Database database, RelationKeys keys, Secrets secrets, Timing timing, Runs runs) {
        this.database = database;
        this.keys = keys;
        this.timing = timing;
        this.runs = runs;
        this.grounds = new Grounds(database, keys, secrets);
        this.applying = new Applying(database, keys);
    }

    @Override public Run begin(String link, Asked asked, String by) {
        return asked.planner() instanceof Preview preview ? begin(link, preview, by) : begin(link, asked, (Restore) asked.planner(), by);
    }

    private Run begin(String link, Preview preview, String by) {
        var run = database.row("""
            WITH begun AS (INSERT INTO run (link_id, kind, state, started_by) VALUES (?, 'PREVIEW', 'PLANNING', ?) RETURNING id)
            INSERT INTO preview (run_id, reads, taskflows, since, of_sheet) SELECT b.id, ?, ?, ?, ? FROM begun b RETURNING run_id""",
            row -> row.id("run_id"), link, by, Database.id(preview.reads()), Column.texts(preview.taskflows(), name -> name), preview.since(), preview.ofSheet());
        return runs.find(run.orElseThrow()).orElseThrow();
    }

    private Run begin(String link, Asked asked, Restore restore, String by) {
        var relation = asked.relation().isEmpty() ? null : Database.id(asked.relation());
        var run = database.row("""
            WITH begun AS (INSERT INTO run (link_id, kind, state, started_by) VALUES (?, 'RESTORE', 'PLANNING', ?) RETURNING id)
            INSERT INTO restore (run_id, at, undoes, relation_id, field)
            SELECT b.id, ?, ?::bigint, coalesce((SELECT a.relation_id FROM relation_alias a WHERE a.id = ?::bigint), ?::bigint), ? FROM begun b RETURNING run_id""",
            row -> row.id("run_id"), link, by, restore.at(), restore.run().isEmpty() ? null : Database.id(restore.run()), relation, relation, restore.field());
        return runs.find(run.orElseThrow()).orElseThrow();
    }

    @Override public List<Making> claim(int most) {
        endUnread();
        var ids = database.rows("""
            UPDATE run r SET token = nextval('run_token'), lease = hub_now() + ?
            WHERE r.id IN (SELECT c.id FROM run c WHERE c.state = 'PLANNING' AND (c.lease IS NULL OR c.lease <= hub_now())
                           AND NOT EXISTS (SELECT FROM preview p JOIN run d ON d.id = p.reads WHERE p.run_id = c.id AND d.state <> 'DONE')
                           ORDER BY c.id LIMIT ? FOR UPDATE SKIP LOCKED) RETURNING r.id""",
            row -> row.id("id"), timing.lease(), most);
        return ids.stream().sorted().map(id -> new Making(runs.find(id).orElseThrow(), asked(id))).toList();
    }

    /** What was not read to its end is no ground for a plan. */
    private void endUnread() {
        database.change("""
            UPDATE run r SET state = 'FAILED', ended_at = hub_now(), why = '@READ_ENDED_BADLY|run=' || d.id FROM preview p JOIN run d ON d.id = p.reads
            WHERE p.run_id = r.id AND r.state = 'PLANNING' AND d.state IN ('CANCELLED', 'FAILED')""");
    }

    private Asked asked(String run) {
        var preview = database.row("SELECT * FROM preview WHERE run_id = ?", row -> new Asked(
            new Preview(new HashSet<>(row.<String>list("taskflows")), row.id("reads"), row.moment("since"), row.flag("of_sheet")), ""), Database.id(run));
        return preview.orElseGet(() -> restore(run));
    }

    private Asked restore(String run) {
        return database.row("SELECT * FROM restore WHERE run_id = ?", row -> new Asked(
            new Restore(row.moment("at"), text(row, "undoes"), row.text("field")), text(row, "relation_id")), Database.id(run)).orElseThrow();
    }

    private static String text(Row row, String column) throws SQLException { return Optional.ofNullable(row.text(column)).orElse(""); }

    @Override public List<Ground> next(Making making, int most) { return grounds.next(making, most); }

    @Override public List<Sighting> shown(Making making, Side side, MatchKey key) { return grounds.shown(making, side, key); }

    @Override public void planned(Making making, String upTo, List<Drawn> drawn) {
        database.transaction(statements -> {
            int ours = statements.change("UPDATE run SET lease = hub_now() + ? WHERE id = ? AND token = ? AND state = 'PLANNING'",
                timing.lease(), Database.id(making.run().id()), making.run().token());
            requireOurs(ours);
            for (var table : List.of("restore", "preview"))
                statements.change("UPDATE " + table + " SET position = ? WHERE run_id = ?", Database.id(upTo), Database.id(making.run().id()));
            return statements.change("""
                INSERT INTO plan_item (run_id, relation_id, side, root, bucket, body)
                SELECT ?, p.relation, p.side, p.root, p.bucket, p.body FROM unnest(?, ?, ?, ?, ?) WITH ORDINALITY p(relation, side, root, bucket, body, n) ORDER BY n""",
                Database.id(making.run().id()), Column.numbers(drawn, one -> Database.id(one.relation())), Column.sides(drawn, Drawn::side),
                Column.texts(drawn, Drawn::root), Column.texts(drawn, one -> one.plan().bucket().name()),
                Column.bytes(drawn, one -> keys.of(Database.id(one.relation())).seal(PlanJson.of(one.plan()))));
        });
    }

    @Override public void rests(Making making) {
        database.change("UPDATE run SET lease = NULL WHERE id = ? AND token = ? AND state = 'PLANNING'", Database.id(making.run().id()), making.run().token());
    }

    @Override public void ready(Making making, String why) {
        requireOurs(database.change("""
            UPDATE run SET state = 'PLANNED', lease = NULL, why = ?, total = (SELECT count(*) FROM plan_item i WHERE i.run_id = run.id)
            WHERE id = ? AND token = ? AND state = 'PLANNING'""", why, Database.id(making.run().id()), making.run().token()));
    }

    private static void requireOurs(int rows) {
        if (rows == 0) throw new IllegalStateException("the plan is no longer this worker's");
    }

    @Override public Map<Bucket, Integer> buckets(String run) {
        var buckets = new EnumMap<Bucket, Integer>(Bucket.class);
        database.rows("SELECT bucket, count(*) AS n FROM plan_item WHERE run_id = ? GROUP BY bucket",
            row -> buckets.put(Bucket.valueOf(row.text("bucket")), row.count("n")), Database.id(run));
        return buckets;
    }

    @Override public List<Item> items(String run, Bucket bucket, String afterId, int most) {
        return database.rows(ITEMS + "i.id > ? AND (?::text IS NULL OR i.bucket = ?) ORDER BY i.id LIMIT ?", this::item,
            Database.id(run), afterId.isEmpty() ? 0L : Database.id(afterId), bucket, bucket, most);
    }

    @Override public List<Item> items(String run, List<String> ids) {
        return ids.isEmpty() ? Collections.emptyList() : database.rows(ITEMS + "i.id = ANY (?) ORDER BY i.id", this::item, Database.id(run), Column.numbers(ids, Database::id));
    }

    private Item item(Row row) throws SQLException {
        var outcome = row.text("outcome");
        return new Item(row.id("id"), row.id("relation"), PostgresViews.name(row, keys), PlanJson.plan(keys.open(row.bytes("body"))), row.flag("selected"),
            outcome == null ? null : Outcome.valueOf(outcome));
    }

    @Override public boolean apply(String run, Selection selection, String by) { return applying.apply(run, selection, by); }
}
