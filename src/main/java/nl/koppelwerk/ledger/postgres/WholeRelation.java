package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.ledger.Views;
import nl.koppelwerk.link.Baseline;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;

/** One relation with everything that is stored of it, for people. */
record WholeRelation(Database database, RelationKeys keys) {

    private static final int LAST_DELIVERIES = 20;

    Optional<Views.Whole> find(long relation) {
        return database.row("""
            SELECT r.*, b.source, b.target, b.pairing FROM relation r LEFT JOIN baseline b ON b.relation_id = r.id
            WHERE r.id =\s""" + RelationRows.RESOLVED, row -> whole(row), relation, relation);
    }

    private Views.Whole whole(Row row) throws SQLException {
        var id = row.number("id");
        return new Views.Whole(PostgresViews.row(row, keys), row.number("revision"), pair(row), seen(row), deliveries(id));
    }

    private Pair pair(Row row) throws SQLException {
        var source = row.text("source_root");
        var target = row.text("target_root");
        if (row.bytes("pairing") == null || row.bytes("wrapped_key") == null)
            return new Pair(row.text("facet"), source, target, Baseline.NONE, Baseline.NONE, List.of(), Set.of(), List.of(), Map.of());
        return PairJson.pair(row.text("facet"), source, target, PairJson.baseline(keys.open(row.bytes("source"))),
            PairJson.baseline(keys.open(row.bytes("target"))), keys.open(row.bytes("pairing")));
    }

    private Map<Side, Sighting> seen(Row of) throws SQLException {
        var seen = new EnumMap<Side, Sighting>(Side.class);
        if (of.bytes("wrapped_key") == null) return seen;
        database.rows("""
            SELECT * FROM observation o WHERE o.link_id = ? AND o.part = '' AND (o.side = 0 AND o.root = ? OR o.side = 1 AND o.root = ?)
            AND o.root <> ''""", row -> seen.put(row.side("side"), new Sighting(row.side("side"), row.text("root"),
                RecordJson.relation(keys.open(row.bytes("body"))), row.text("version"), row.moment("modified_at"), row.moment("asked_at"))),
            of.text("link_id"), of.text("source_root"), of.text("target_root"));
        return seen;
    }

    private List<Views.Sent> deliveries(long relation) {
        return database.rows("SELECT * FROM delivery d WHERE d.relation_id = ? ORDER BY d.id DESC LIMIT ?",
            row -> new Views.Sent(DeliveryId.text(relation, row.number("id")), row.side("side"), row.flag("is_create"), row.text("target"),
                row.text("state"), LedgerJson.reasons(row.text("reasons")), row.moment("sent_at"), row.moment("ended_at")), relation, LAST_DELIVERIES);
    }
}
