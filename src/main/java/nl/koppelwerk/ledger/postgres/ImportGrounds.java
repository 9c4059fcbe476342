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
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.link.Baseline;
import nl.koppelwerk.reconcile.Past;

/** What relations are, for those who show what an import would do: all of a link, a page in one statement. A row of the reading run that told nothing new was seen by it all the same. */
record ImportGrounds(Database database, RelationKeys keys) {

    List<Ground> next(Making making, int most) {
        return database.rows("""
            SELECT r.id, r.source_root, r.target_root, r.facet, r.reasons, r.source_gone, r.target_gone, r.wrapped_key, i.body AS item, i.chosen,
                s.root AS s_root, s.body AS s_body, s.version AS s_version, s.modified_at AS s_modified_at,
                CASE WHEN EXISTS (SELECT FROM run_item n WHERE n.run_id = p.reads AND n.side = 0 AND n.root = r.source_root) THEN greatest(s.asked_at, p.since) ELSE s.asked_at END AS s_asked_at,
                t.root AS t_root, t.body AS t_body, t.version AS t_version, t.modified_at AS t_modified_at, t.asked_at AS t_asked_at
            FROM preview p JOIN relation r ON r.link_id = ? AND r.id > p.position AND r.wrapped_key IS NOT NULL
            LEFT JOIN observation s ON r.source_root <> '' AND s.link_id = r.link_id AND s.side = 0 AND s.root = r.source_root AND s.part = ''
            LEFT JOIN observation t ON r.target_root <> '' AND t.link_id = r.link_id AND t.side = 1 AND t.root = r.target_root AND t.part = ''
            LEFT JOIN LATERAL (SELECT x.body, x.chosen FROM plan_item x JOIN run d ON d.id = x.run_id AND d.kind = 'PREVIEW' AND d.state IN ('APPLYING', 'DONE')
                               WHERE x.relation_id = r.id ORDER BY x.run_id DESC LIMIT 1) i ON true
            WHERE p.run_id = ? ORDER BY r.id LIMIT ?""", this::ground, making.run().link(), Database.id(making.run().id()), most);
    }

    private Ground ground(Row row) throws SQLException {
        keys.of(row.number("id"), row.bytes("wrapped_key"));
        var gone = new HashSet<Side>();
        if (row.flag("source_gone")) gone.add(Side.SOURCE);
        if (row.flag("target_gone")) gone.add(Side.TARGET);
        var pair = new Pair(row.text("facet"), row.text("source_root"), row.text("target_root"), Baseline.NONE, Baseline.NONE, List.of(), gone, List.of(), Map.of());
        return new Ground(row.id("id"), new Past(pair, seen(row), List.of(), List.of(), LedgerJson.reasons(row.text("reasons")), before(row)));
    }

    private Map<Side, Sighting> seen(Row row) throws SQLException {
        var seen = new EnumMap<Side, Sighting>(Side.class);
        for (var side : Side.values()) {
            var prefix = side == Side.SOURCE ? "s_" : "t_";
            var body = row.bytes(prefix + "body");
            if (body != null) seen.put(side, new Sighting(side, row.text(prefix + "root"), RecordJson.relation(keys.open(body)), row.text(prefix + "version"),
                row.moment(prefix + "modified_at"), row.moment(prefix + "asked_at")));
        }
        return seen;
    }

    private Optional<Past.Before> before(Row row) throws SQLException {
        var item = row.bytes("item");
        if (item == null) return Optional.empty();
        List<String> chosen = row.list("chosen");
        return Optional.of(new Past.Before(PlanJson.plan(keys.open(item)), chosen == null ? Set.of() : Set.copyOf(chosen)));
    }
}
