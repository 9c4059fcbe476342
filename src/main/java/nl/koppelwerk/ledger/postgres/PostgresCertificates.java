package nl.koppelwerk.ledger.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.koppelwerk.ledger.Certificates;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Attestation;
import nl.koppelwerk.reconcile.ContentSum;
import nl.koppelwerk.reconcile.Evidence;

/** A pass commits page by page, with the sum and the place at which it goes on, so that a worker who dies costs a page. */
final class PostgresCertificates implements Certificates {

    private final Database database;
    private final Secrets secrets;
    private final Timing timing;
    private final EvidenceRows evidence;
    private final CertificateViews views;

    PostgresCertificates(Database database, Secrets secrets, RelationKeys keys, Timing timing) {
        this.database = database;
        this.secrets = secrets;
        this.timing = timing;
        this.evidence = new EvidenceRows(database, keys);
        this.views = new CertificateViews(database, keys);
    }

    @Override public List<Pass> claim(int most, Duration patience) {
        begin();
        return database.rows("""
            UPDATE certificate u SET token = nextval('certificate_token'), lease = hub_now() + ?
            WHERE (u.link_id, u.run_id) IN (SELECT c.link_id, c.run_id FROM certificate c JOIN run r ON r.id = c.run_id
                WHERE r.state = 'RUNNING' AND c.completed_at IS NULL AND (c.lease IS NULL OR c.lease <= hub_now())
                AND (c.since + ? <= hub_now() OR NOT EXISTS (SELECT FROM run_item i WHERE i.run_id = r.id AND i.waiting)
                     AND NOT EXISTS (SELECT FROM notice n WHERE n.link_id = c.link_id AND ? = ANY (n.reasons)))
                ORDER BY c.run_id LIMIT ? FOR UPDATE OF c SKIP LOCKED)
            RETURNING u.*""", PostgresCertificates::pass, timing.lease(), patience, WHY, most);
    }

    /** History that was not committed when it began has a lower number than some that was. */
    private void begin() {
        database.change("""
            INSERT INTO certificate (link_id, run_id, sum, history_id)
            SELECT r.link_id, r.id, ?, greatest(0, coalesce((SELECT max(h.id) FROM history h), 0) - 1000) FROM run r
            WHERE r.kind = 'VERIFY' AND r.state = 'RUNNING' AND r.walked AND NOT EXISTS (SELECT FROM certificate c WHERE c.run_id = r.id)
            ON CONFLICT DO NOTHING""", (Object) ContentSum.NONE.bytes());
    }

    private static Pass pass(Row row) throws SQLException {
        var position = row.number("position") == 0 ? "" : row.id("position");
        return new Pass(row.id("run_id"), row.text("link_id"), row.count("pass"), position, row.number("token"));
    }

    @Override public List<Evidence> next(Pass pass, String afterRelation, int most) { return evidence.next(pass, afterRelation, most); }

    @Override public boolean attest(Pass pass, List<Attested> page, int asked) {
        var ids = page.stream().map(one -> id(one.attestation())).toList();
        var last = page.get(page.size() - 1).evidence().relation();
        return database.transaction(statements -> {
            var sum = statements.row("SELECT c.sum FROM certificate c WHERE " + OURS + RUNNING + " FOR UPDATE OF c",
                row -> ContentSum.of(row.bytes("sum")), ours(pass));
            if (sum.isEmpty()) return false;
            record(statements, pass, page, ids);
            var newer = ids.stream().filter(Objects::nonNull).reduce(sum.get(), ContentSum::plus, (one, other) -> one);
            var of = new Readings(page);
            return statements.change("""
                UPDATE certificate c SET sum = ?, position = ?, asked = asked + ?, pass_asked = pass_asked + ?, lease = hub_now() + ?,
                    source_from = least(source_from, ?::timestamptz), source_to = greatest(source_to, ?::timestamptz),
                    target_from = least(target_from, ?::timestamptz), target_to = greatest(target_to, ?::timestamptz) WHERE\s""" + OURS,
                newer.bytes(), Database.id(last), asked, asked, timing.lease(), of.first(Side.SOURCE), of.last(Side.SOURCE), of.first(Side.TARGET),
                of.last(Side.TARGET), Database.id(pass.run()), pass.token(), pass.number()) > 0;
        });
    }

    private static final String OURS = "c.run_id = ? AND c.token = ? AND c.pass = ? AND c.completed_at IS NULL";
    /** One that was paused or cancelled meanwhile is not shown. */
    private static final String RUNNING = " AND EXISTS (SELECT FROM run r WHERE r.id = c.run_id AND r.state = 'RUNNING')";

    private static Object[] ours(Pass pass) { return new Object[] {Database.id(pass.run()), pass.token(), pass.number()}; }

    private byte[] id(Attestation attestation) {
        return attestation.content().isEmpty() ? null : secrets.contentId(attestation.content().getBytes(UTF_8));
    }

    private static void record(Statements statements, Pass pass, List<Attested> page, List<byte[]> ids) throws SQLException {
        statements.change("""
            INSERT INTO certificate_record (link_id, run_id, relation_id, kind, content, source_root, target_root, subjects, reasons, history_id)
            SELECT ?, ?, p.relation, p.kind, p.content, p.source, p.target, ARRAY(SELECT jsonb_array_elements_text(p.subjects::jsonb)), p.reasons::jsonb,
                coalesce((SELECT max(h.id) FROM history h WHERE h.relation_id = p.relation), 0)
            FROM unnest(?, ?, ?, ?, ?, ?, ?) p(relation, kind, content, source, target, subjects, reasons)
            ON CONFLICT (link_id, run_id, relation_id) DO NOTHING""",
            pass.link(), Database.id(pass.run()), Column.numbers(page, one -> Database.id(one.evidence().relation())),
            Column.texts(page, one -> one.attestation().kind().name()), Column.bytes(ids, id -> id),
            Column.texts(page, one -> one.evidence().pair().source()), Column.texts(page, one -> one.evidence().pair().target()),
            Column.texts(page, one -> LedgerJson.array(one.attestation().subjects(), LedgerJson.NODES::textNode).toString()),
            Column.texts(page, one -> LedgerJson.reasons(one.attestation().reasons()).text()));
    }

    /** When the records of a page that were compared had been asked for. */
    private record Readings(List<Attested> page) {

        private java.util.stream.Stream<Instant> of(Side side) {
            return page.stream().filter(one -> !one.attestation().content().isEmpty()).map(one -> one.evidence().seen().get(side).askedAt());
        }

        Instant first(Side side) { return of(side).min(Instant::compareTo).orElse(null); }

        Instant last(Side side) { return of(side).max(Instant::compareTo).orElse(null); }
    }

    @Override public void end(Pass pass, boolean again) {
        database.transaction(statements -> {
            int isAnother = again ? statements.change("""
                UPDATE certificate c SET pass = pass + 1, position = 0, pass_asked = 0, sum = ?, since = hub_now(), lease = NULL,
                    source_from = NULL, source_to = NULL, target_from = NULL, target_to = NULL WHERE pass_asked > 0 AND\s""" + OURS + RUNNING,
                ContentSum.NONE.bytes(), Database.id(pass.run()), pass.token(), pass.number()) : 0;
            if (isAnother > 0) return statements.change("DELETE FROM certificate_record WHERE link_id = ? AND run_id = ?", pass.link(), Database.id(pass.run()));
            int isComplete = statements.change("UPDATE certificate c SET completed_at = hub_now(), lease = NULL WHERE " + OURS + RUNNING, ours(pass));
            return isComplete == 0 ? 0 : complete(statements, pass);
        });
    }

    /** Its run has ended where nothing else waits; what is older is history. */
    private static int complete(Statements statements, Pass pass) throws SQLException {
        statements.change("""
            UPDATE run r SET state = 'DONE', ended_at = hub_now() WHERE r.id = ? AND r.state = 'RUNNING'
            AND NOT EXISTS (SELECT FROM run_item i WHERE i.run_id = r.id AND i.waiting)""", Database.id(pass.run()));
        return statements.change("""
            DELETE FROM certificate c USING run r WHERE r.id = c.run_id AND c.link_id = ? AND c.run_id <> ?
            AND (c.completed_at IS NOT NULL OR r.state NOT IN ('RUNNING', 'PAUSED'))""", pass.link(), Database.id(pass.run()));
    }

    @Override public Optional<Certificate> last(String link) { return views.last(link); }

    @Override public Optional<Progress> progress(String run) { return views.progress(run); }

    @Override public List<Excepted> exceptions(String link, Attestation.Kind kind, String afterId, int most) { return views.exceptions(link, kind, afterId, most); }

    @Override public List<Changed> changes(String link, String afterId, int most) { return views.changes(link, afterId, most); }

    static Map<Side, Moments> moments(Row row) throws SQLException {
        var moments = new EnumMap<Side, Moments>(Side.class);
        for (var side : Side.values()) {
            var name = side.name().toLowerCase(java.util.Locale.ROOT);
            if (row.moment(name + "_from") != null) moments.put(side, new Moments(row.moment(name + "_from"), row.moment(name + "_to")));
        }
        return moments;
    }
}
