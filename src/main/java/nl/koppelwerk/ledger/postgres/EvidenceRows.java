package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.Certificates.Pass;
import nl.koppelwerk.link.Baseline;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Evidence;
import nl.koppelwerk.reconcile.Settlement.State;

/** A page of relations with both observations, as a certificate judges them: one statement, whatever the size of the page. */
record EvidenceRows(Database database, RelationKeys keys) {

    /** Baselines stay closed: what both sides hold is compared, not what they held. */
    List<Evidence> next(Pass pass, String afterRelation, int most) {
        return database.rows("""
            SELECT r.*, b.pairing, s.body AS s_body, s.version AS s_version, s.modified_at AS s_modified, s.asked_at AS s_asked,
                t.body AS t_body, t.version AS t_version, t.modified_at AS t_modified, t.asked_at AS t_asked,
                coalesce(s.asked_at > run.started_at AND (r.source_written_at IS NULL OR s.asked_at > r.source_written_at), false)
                    AND NOT EXISTS (SELECT FROM delivery d WHERE d.relation_id = r.id AND NOT d.settled AND d.side = 0 AND d.state IN ('SENDING', 'IN_DOUBT')) AS s_read,
                coalesce(t.asked_at > run.started_at AND (r.target_written_at IS NULL OR t.asked_at > r.target_written_at), false)
                    AND NOT EXISTS (SELECT FROM delivery d WHERE d.relation_id = r.id AND NOT d.settled AND d.side = 1 AND d.state IN ('SENDING', 'IN_DOUBT')) AS t_read,
                coalesce(s.fresh, false) OR coalesce(t.fresh, false) OR EXISTS (SELECT FROM notice n WHERE n.link_id = r.link_id AND n.side = 0 AND n.root = r.source_root)
                    OR EXISTS (SELECT FROM notice n WHERE n.link_id = r.link_id AND n.side = 1 AND n.root = r.target_root) AS waits,
                ARRAY(SELECT DISTINCT h.side || ' ' || CASE h.part WHEN '' THEN '' ELSE h.part || '/' END || h.field FROM history h
                      WHERE h.relation_id = r.id AND h.written AND h.at >= run.started_at ORDER BY 1) AS written,
                ARRAY(SELECT d.intent FROM delivery d WHERE d.relation_id = r.id AND d.state = 'DONE' AND d.ended_at >= run.started_at ORDER BY d.id) AS intents
            FROM relation r JOIN run ON run.id = ?
            LEFT JOIN baseline b ON b.relation_id = r.id
            LEFT JOIN observation s ON s.link_id = r.link_id AND s.side = 0 AND s.root = r.source_root AND s.part = ''
            LEFT JOIN observation t ON t.link_id = r.link_id AND t.side = 1 AND t.root = r.target_root AND t.part = ''
            WHERE r.link_id = ? AND r.id > ? ORDER BY r.id LIMIT ?""", this::evidence, Database.id(pass.run()), pass.link(), Database.id(afterRelation), most);
    }

    private Evidence evidence(Row row) throws SQLException {
        var seen = new EnumMap<Side, Sighting>(Side.class);
        Set<Side> read = EnumSet.noneOf(Side.class);
        boolean isErased = row.bytes("wrapped_key") == null;
        if (!isErased) for (var side : Side.values()) see(row, side, seen, read);
        return new Evidence(row.id("id"), pair(row, isErased), State.valueOf(row.text("state")), LedgerJson.reasons(row.text("reasons")), seen, read,
            row.flag("waits"), written(row, isErased));
    }

    private void see(Row row, Side side, Map<Side, Sighting> seen, Set<Side> read) throws SQLException {
        var name = side == Side.SOURCE ? "s_" : "t_";
        var body = row.bytes(name + "body");
        if (body == null) return;
        var root = row.text(side == Side.SOURCE ? "source_root" : "target_root");
        seen.put(side, new Sighting(side, root, RecordJson.relation(keys.open(body)), row.text(name + "version"), row.moment(name + "modified"), row.moment(name + "asked")));
        if (row.flag(name + "read")) read.add(side);
    }

    private Pair pair(Row row, boolean isErased) throws SQLException {
        var pairing = row.bytes("pairing");
        if (pairing != null && !isErased)
            return PairJson.pair(row.text("facet"), row.text("source_root"), row.text("target_root"), Baseline.NONE, Baseline.NONE, keys.open(pairing));
        return new Pair(row.text("facet"), row.text("source_root"), row.text("target_root"), Baseline.NONE, Baseline.NONE, List.of(), Set.of(), List.of(), Map.of());
    }

    /** What was sent is a fact, also where another look than the one that sent it saw it arrive; a look may send twice and keep the last only. */
    private List<Evidence.Written> written(Row row, boolean isErased) throws SQLException {
        var seen = row.texts("written").stream().map(EvidenceRows::written);
        var intents = isErased ? List.<byte[]>of() : row.<byte[]>list("intents");
        return Stream.concat(seen, intents.stream().flatMap(intent -> Evidence.Written.by(RecordJson.write(keys.open(intent))))).distinct().toList();
    }

    private static Evidence.Written written(String text) {
        return new Evidence.Written(Side.values()[text.charAt(0) - '0'], text.substring(2));
    }
}
