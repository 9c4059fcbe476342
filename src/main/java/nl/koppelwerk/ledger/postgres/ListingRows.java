package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.ledger.Dossiers.Fate;
import nl.koppelwerk.ledger.Dossiers.Listed;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Settlement;

/** The rows of one page of a listing, judged against what is stored: four statements whatever the size of the page. */
final class ListingRows {

    private final Database database;
    private final Secrets secrets;
    private final RelationKeys keys;

    ListingRows(Database database, Secrets secrets, RelationKeys keys) {
        this.database = database;
        this.secrets = secrets;
        this.keys = keys;
    }

    /** What is known of a root; {@code stored} is null where nothing is. */
    private record Known(long relation, byte[] key, Settlement.State state, Sighting stored, boolean looked, boolean isNews, boolean isPart) {}

    private record RootId(Side side, String root) {

        static RootId of(Sighting row) { return new RootId(row.side(), row.root()); }
    }

    List<Listed> observe(String link, String facet, List<Sighting> rows, String run) {
        return database.transaction(statements -> {
            var first = run.isEmpty() ? null : first(statements, rows, run);
            var known = known(statements, link, facet, rows);
            var stored = new ArrayList<Sighting>();
            var listed = rows.stream().map(row -> listed(row, known.get(RootId.of(row)), first, run, stored)).toList();
            store(statements, link, known, stored);
            if (!run.isEmpty()) confirm(statements, link, rows.stream().filter(row -> isShown(row, known.get(RootId.of(row)))).toList(), run);
            if (!run.isEmpty()) brought(statements, link, rows.stream().filter(row -> isBrought(row, known.get(RootId.of(row)).stored())).toList(), run);
            return listed;
        });
    }

    /** Marks the rows as seen by the run, and answers those that stood on no page before that was walked to its end. */
    private static Set<RootId> first(Statements statements, List<Sighting> rows, String run) throws SQLException {
        return new HashSet<>(statements.rows("""
            WITH rows AS (SELECT DISTINCT side, root FROM unnest(?, ?) r(side, root)),
            made AS (INSERT INTO run_item (run_id, side, root, waiting) SELECT ?, side, root, false FROM rows ORDER BY side, root
                     ON CONFLICT DO NOTHING RETURNING side, root)
            SELECT side, root FROM made
            UNION SELECT r.side, r.root FROM rows r JOIN run_item i ON i.run_id = ? AND i.side = r.side AND i.root = r.root
                WHERE NOT i.counted AND NOT i.waiting AND i.outcome IS NULL""",
            row -> new RootId(row.side("side"), row.text("root")), Column.sides(rows, Sighting::side), Column.texts(rows, Sighting::root),
            Database.id(run), Database.id(run)));
    }

    private Listed listed(Sighting row, Known known, Set<RootId> first, String run, List<Sighting> stored) {
        if (first != null && !first.remove(RootId.of(row))) return new Listed(row.root(), again(row, known.stored()), known.state());
        if (known.isPart()) return new Listed(row.root(), run.isEmpty() ? Fate.HINT : Fate.EQUAL, null);
        if (known.stored() != null && known.looked() && row.agreesWith(known.stored())) return new Listed(row.root(), Fate.EQUAL, known.state());
        if (!row.isWhole() || !known.isNews() || known.stored() != null && row.isBefore(known.stored())) return new Listed(row.root(), Fate.HINT, known.state());
        stored.add(row);
        return new Listed(row.root(), Fate.MOVED, known.state());
    }

    /** The row shows anew, and whole, what stands there. */
    private static boolean isShown(Sighting row, Known known) {
        return row.isWhole() && known.isNews() && known.stored() != null && row.agreesWith(known.stored());
    }

    /** A certificate rests on what was read since its run began; other runs leave what is equal as it stands, so that they cost no writes. */
    private static void confirm(Statements statements, String link, List<Sighting> rows, String run) throws SQLException {
        if (rows.isEmpty()) return;
        statements.change("""
            UPDATE observation o SET asked_at = h.asked FROM unnest(?, ?, ?) h(side, root, asked)
            WHERE o.link_id = ? AND o.side = h.side AND o.root = h.root AND o.part = '' AND o.asked_at < h.asked
            AND EXISTS (SELECT FROM run r WHERE r.id = ? AND r.kind IN ('VERIFY', 'READ'))""",
            Column.sides(rows, Sighting::side), Column.texts(rows, Sighting::root), Column.moments(rows, Sighting::askedAt), link, Database.id(run));
    }

    /** What a sheet brought again, whenever it was asked for meanwhile. */
    private static boolean isBrought(Sighting row, Sighting stored) { return stored != null && row.modifiedAt() != null && row.isWhole() && row.agreesWith(stored); }

    /** An import is of those who stand in its sheet, and their stamps tell who that is. */
    private static void brought(Statements statements, String link, List<Sighting> rows, String run) throws SQLException {
        if (rows.isEmpty()) return;
        statements.change("""
            UPDATE observation o SET modified_at = h.modified FROM unnest(?, ?, ?) h(side, root, modified)
            WHERE o.link_id = ? AND o.side = h.side AND o.root = h.root AND o.part = '' AND (o.modified_at IS NULL OR o.modified_at < h.modified)
            AND EXISTS (SELECT FROM run r WHERE r.id = ? AND r.kind = 'IMPORT')""",
            Column.sides(rows, Sighting::side), Column.texts(rows, Sighting::root), Column.moments(rows, Sighting::modifiedAt), link, Database.id(run));
    }

    /** Another listing of the same run may show more of a root. */
    private static Fate again(Sighting row, Sighting stored) { return stored == null || row.agreesWith(stored) ? Fate.REPEATED : Fate.REPEATED_MOVED; }

    /** Roots that nobody knows get their relation here: it exists from the first sighting. */
    private Map<RootId, Known> known(Statements statements, String link, String facet, List<Sighting> rows) throws SQLException {
        for (var side : Side.values()) born(statements, link, facet, rows.stream().filter(row -> row.side() == side).toList(), side);
        var known = new HashMap<RootId, Known>();
        statements.rows("""
            SELECT r.id, r.wrapped_key, r.state, r.revision, h.side, h.root, o.body, o.version, o.modified_at, o.asked_at, NOT o.fresh AS looked,
                r.id IS NULL OR r.kind IS NULL AND o.root IS NULL AND (r.source_root = '' OR r.target_root = '') AND EXISTS (
                    SELECT FROM part p WHERE p.link_id = r.link_id AND p.side = h.side AND p.part_id = h.root AND p.root <> h.root) AS is_part, coalesce(h.asked > o.asked_at, true)
                AND coalesce(h.asked > CASE h.side WHEN 0 THEN r.source_written_at ELSE r.target_written_at END, true)
                AND NOT EXISTS (SELECT FROM delivery d WHERE d.relation_id = r.id AND NOT d.settled AND d.state = 'SENDING' AND d.side = h.side) AS news
            FROM unnest(?, ?, ?) h(side, root, asked)
            LEFT JOIN LATERAL (SELECT * FROM relation q WHERE h.side = 0 AND q.link_id = ? AND q.source_root = h.root AND q.facet = ? AND q.source_root <> ''
                     UNION ALL SELECT * FROM relation q WHERE h.side = 1 AND q.link_id = ? AND q.target_root = h.root AND q.facet = ? AND q.target_root <> '') r ON true
            LEFT JOIN observation o ON o.link_id = ? AND o.side = h.side AND o.root = h.root AND o.part = ''""",
            row -> known.put(new RootId(row.side("side"), row.text("root")), known(row)),
            Column.sides(rows, Sighting::side), Column.texts(rows, Sighting::root), Column.moments(rows, Sighting::askedAt), link, facet, link, facet, link);
        return known;
    }

    private Known known(Row row) throws SQLException {
        var state = row.number("revision") == 0 ? null : Settlement.State.valueOf(row.text("state"));
        return new Known(row.number("id"), row.bytes("wrapped_key"), state, stored(row), row.flag("looked"), row.flag("news"), row.flag("is_part"));
    }

    private Sighting stored(Row row) throws SQLException {
        var body = row.bytes("body");
        return body == null ? null : new Sighting(row.side("side"), row.text("root"), RecordJson.relation(keys.open(body)), row.text("version"),
            row.moment("modified_at"), row.moment("asked_at"));
    }

    private void born(Statements statements, String link, String facet, List<Sighting> rows, Side side) throws SQLException {
        if (rows.isEmpty()) return;
        var column = side == Side.SOURCE ? "source_root" : "target_root";
        var unknown = statements.rows("""
            SELECT DISTINCT h.root FROM unnest(?) h(root)
            WHERE NOT EXISTS (SELECT FROM relation q WHERE q.link_id = ? AND q.%1$s = h.root AND q.facet = ? AND q.%1$s <> '')
            AND NOT EXISTS (SELECT FROM part p WHERE p.link_id = ? AND p.side = ? AND p.part_id = h.root AND p.root <> h.root)"""
            .formatted(column), row -> row.text("root"), Column.texts(rows, Sighting::root), link, facet, link, side);
        if (!unknown.isEmpty()) statements.change("""
            INSERT INTO relation (link_id, facet, %s, wrapped_key) SELECT ?, ?, u.root, u.key FROM unnest(?, ?) u(root, key) ORDER BY u.root
            ON CONFLICT DO NOTHING""".formatted(column), link, facet, Column.texts(unknown, root -> root), Column.bytes(unknown, root -> keys.wrapped()));
    }

    private void store(Statements statements, String link, Map<RootId, Known> known, List<Sighting> rows) throws SQLException {
        if (rows.isEmpty()) return;
        var sealed = rows.stream().map(row -> sealed(row, known.get(RootId.of(row)))).toList();
        statements.change("""
            INSERT INTO observation AS o (link_id, side, root, part, relation_id, version, modified_at, asked_at, content, body, fresh, number)
            SELECT ?, s.side, s.root, '', s.relation, s.version, s.modified, s.asked, s.content, s.body, true, nextval('observation_number')
            FROM (SELECT DISTINCT ON (side, root) * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
                  u(side, root, relation, version, modified, asked, content, body) ORDER BY side, root, asked DESC) s
            ON CONFLICT (link_id, side, root, part) DO UPDATE SET relation_id = excluded.relation_id, version = excluded.version,
                modified_at = excluded.modified_at, asked_at = excluded.asked_at, content = excluded.content, body = excluded.body,
                looked = CASE WHEN o.fresh THEN o.looked ELSE o.body END, fresh = true, number = excluded.number
            WHERE o.asked_at < excluded.asked_at""",
            link, Column.sides(rows, Sighting::side), Column.texts(rows, Sighting::root),
            Column.numbers(rows, row -> known.get(RootId.of(row)).relation()), Column.texts(rows, Sighting::version),
            Column.moments(rows, Sighting::modifiedAt), Column.moments(rows, Sighting::askedAt),
            Column.bytes(sealed, SealedRow::content), Column.bytes(sealed, SealedRow::body));
    }

    private record SealedRow(byte[] content, byte[] body) {}

    private SealedRow sealed(Sighting row, Known known) {
        var json = RecordJson.of(row.relation());
        return new SealedRow(secrets.hash(json), keys.of(known.relation(), known.key()).seal(json));
    }
}
