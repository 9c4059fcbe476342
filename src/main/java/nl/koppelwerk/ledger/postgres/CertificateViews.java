package nl.koppelwerk.ledger.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Certificates.Certificate;
import nl.koppelwerk.ledger.Certificates.Changed;
import nl.koppelwerk.ledger.Certificates.Excepted;
import nl.koppelwerk.ledger.Certificates.Progress;
import nl.koppelwerk.reconcile.Attestation.Kind;
import nl.koppelwerk.reconcile.ContentSum;

/** The last complete certificate of a link, as people look at it. */
record CertificateViews(Database database, RelationKeys keys) {

    private static final String LAST = "(SELECT max(l.run_id) FROM certificate l WHERE l.link_id = ? AND l.completed_at IS NOT NULL)";

    Optional<Certificate> last(String link) {
        return database.row("SELECT c.*, r.started_at FROM certificate c JOIN run r ON r.id = c.run_id WHERE c.link_id = ? AND c.run_id = " + LAST,
            this::certificate, link, link);
    }

    private Certificate certificate(Row row) throws SQLException {
        return new Certificate(row.id("run_id"), row.text("link_id"), row.moment("started_at"), row.moment("completed_at"),
            counts(row.text("link_id"), row.number("run_id")), ContentSum.of(row.bytes("sum")), PostgresCertificates.moments(row), row.count("asked"));
    }

    private Map<Kind, Integer> counts(String link, long run) {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        database.rows("SELECT kind, count(*) AS n FROM certificate_record WHERE link_id = ? AND run_id = ? GROUP BY kind",
            row -> counts.put(Kind.valueOf(row.text("kind")), row.count("n")), link, run);
        return counts;
    }

    Optional<Progress> progress(String run) {
        return database.row("""
            SELECT c.pass, c.completed_at, (SELECT count(*) FROM certificate_record e WHERE e.link_id = c.link_id AND e.run_id = c.run_id) AS judged
            FROM certificate c WHERE c.run_id = ?""", row -> new Progress(row.count("pass"), row.count("judged"), row.moment("completed_at") != null), Database.id(run));
    }

    List<Excepted> exceptions(String link, Kind kind, String afterId, int most) {
        return database.rows("""
            SELECT e.*, r.label, r.wrapped_key FROM certificate_record e
            LEFT JOIN relation r ON r.id = coalesce((SELECT a.relation_id FROM relation_alias a WHERE a.id = e.relation_id), e.relation_id)
            WHERE e.link_id = ? AND e.run_id = %s AND e.relation_id > ? AND CASE WHEN ?::text IS NULL THEN e.kind <> 'EQUAL' ELSE e.kind = ? END
            ORDER BY e.relation_id LIMIT ?""".formatted(LAST), this::excepted, link, link, Database.id(afterId), kind, kind, most);
    }

    private Excepted excepted(Row row) throws SQLException {
        var label = row.bytes("label");
        var name = label == null || row.bytes("wrapped_key") == null ? "" : new String(keys.open(label), UTF_8);
        return new Excepted(row.id("relation_id"), name, row.text("source_root"), row.text("target_root"), Kind.valueOf(row.text("kind")), row.texts("subjects"),
            LedgerJson.reasons(row.text("reasons")));
    }

    List<Changed> changes(String link, String afterId, int most) {
        return database.rows("""
            SELECT h.*, r.wrapped_key IS NULL AS erased FROM certificate c JOIN history h ON h.link_id = c.link_id AND h.id > c.history_id
            JOIN relation r ON r.id = h.relation_id
            LEFT JOIN certificate_record e ON e.link_id = c.link_id AND e.run_id = c.run_id AND e.relation_id = h.relation_id
            WHERE c.link_id = ? AND c.run_id = %s AND h.id > ? AND h.id > coalesce(e.history_id, 0) AND r.wrapped_key IS NOT NULL
            ORDER BY h.id LIMIT ?""".formatted(LAST), row -> new Changed(row.id("relation_id"), PostgresViews.life(row, keys)), link, link, Database.id(afterId), most);
    }
}
