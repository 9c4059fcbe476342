package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.ledger.Plans.Ground;
import nl.koppelwerk.ledger.Plans.Making;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.link.Baseline;
import nl.koppelwerk.reconcile.Past;

/** What relations are, for those who show what an import would do: all of a link, a page in one statement. A row of the reading run that told nothing new was seen by it all the same. */
record ImportGrounds(Database database, RelationKeys keys, Secrets secrets) {

    private static final String SEEN = "CASE WHEN EXISTS (SELECT FROM run_item n WHERE n.run_id = p.reads AND n.side = s.side AND n.root = s.root) THEN greatest(s.asked_at, p.since) ELSE s.asked_at END AS s_asked_at";

    List<Ground> next(Making making, int most) {
        return database.rows("""
            SELECT r.id, r.source_root, r.target_root, r.facet, r.reasons, r.source_gone, r.target_gone, r.wrapped_key, i.body AS item, i.chosen,
                s.root AS s_root, s.body AS s_body, s.version AS s_version, s.modified_at AS s_modified_at,
                %s,
                t.root AS t_root, t.body AS t_body, t.version AS t_version, t.modified_at AS t_modified_at, t.asked_at AS t_asked_at
            FROM preview p JOIN relation r ON r.link_id = ? AND r.id > p.position AND r.wrapped_key IS NOT NULL
            LEFT JOIN observation s ON r.source_root <> '' AND s.link_id = r.link_id AND s.side = 0 AND s.root = r.source_root AND s.part = ''
            LEFT JOIN observation t ON r.target_root <> '' AND t.link_id = r.link_id AND t.side = 1 AND t.root = r.target_root AND t.part = ''
            LEFT JOIN LATERAL (SELECT x.body, x.chosen FROM plan_item x JOIN run d ON d.id = x.run_id AND d.kind = 'PREVIEW' AND d.state IN ('APPLYING', 'DONE')
                               WHERE x.relation_id = r.id AND x.bucket IN ('ONLY_IN_IMPORT', 'DUPLICATE') ORDER BY x.run_id DESC LIMIT 1) i ON true
            WHERE p.run_id = ? ORDER BY r.id LIMIT ?""".formatted(SEEN), this::ground, making.run().link(), Database.id(making.run().id()), most);
    }

    List<Sighting> shown(Making making, Side side, MatchKey key) {
        return database.rows("""
            SELECT s.root AS s_root, s.body AS s_body, s.version AS s_version, s.modified_at AS s_modified_at, %s FROM preview p
            JOIN match_key k ON k.link_id = ? AND k.side = ? AND k.kind = ? AND k.hash = ?
            JOIN observation s ON s.link_id = k.link_id AND s.side = k.side AND s.root = k.root AND s.part = ''
            WHERE p.run_id = ? ORDER BY s.root""".formatted(SEEN), row -> sighting(row, side, "s_"), making.run().link(), side, key.kind(), secrets.hash(key.kind(), key.value()),
            Database.id(making.run().id()));
    }

    private Ground ground(Row row) throws SQLException {
        keys.of(row.number("id"), row.bytes("wrapped_key"));
        var gone = new HashSet<Side>();
        if (row.flag("source_gone")) gone.add(Side.SOURCE);
        if (row.flag("target_gone")) gone.add(Side.TARGET);
        var pair = new Pair(row.text("facet"), row.text("source_root"), row.text("target_root"), Baseline.NONE, Baseline.NONE, List.of(), gone, List.of(), Map.of());
        return new Ground(row.id("id"), new Past(pair, seen(row), List.of(), List.of(), LedgerJson.reasons(row.text("reasons")), before(row), List.of()));
    }

    private Map<Side, Sighting> seen(Row row) throws SQLException {
        var seen = new EnumMap<Side, Sighting>(Side.class);
        for (var side : Side.values()) {
            var of = side == Side.SOURCE ? "s_" : "t_";
            if (row.bytes(of + "body") != null) seen.put(side, sighting(row, side, of));
        }
        return seen;
    }

    private Sighting sighting(Row row, Side side, String of) throws SQLException {
        return new Sighting(side, row.text(of + "root"), RecordJson.relation(keys.open(row.bytes(of + "body"))), row.text(of + "version"), row.moment(of + "modified_at"), row.moment(of + "asked_at"));
    }

    private Optional<Past.Before> before(Row row) throws SQLException {
        var item = row.bytes("item");
        if (item == null) return Optional.empty();
        List<String> chosen = row.list("chosen");
        return Optional.of(new Past.Before(PlanJson.plan(keys.open(item)), chosen == null ? Set.of() : Set.copyOf(chosen)));
    }
}
