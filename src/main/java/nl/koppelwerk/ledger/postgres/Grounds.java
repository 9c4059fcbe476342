package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.koppelwerk.ledger.Plans.Ground;
import nl.koppelwerk.ledger.Plans.Making;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Past;
import nl.koppelwerk.reconcile.Preview;
import nl.koppelwerk.relation.Fields;

/** What relations were and are, for those who plan to restore them. */
record Grounds(Database database, RelationKeys keys, Secrets secrets) {

    List<Ground> next(Making making, int most) {
        return making.asked().planner() instanceof Preview ? imports().next(making, most) : restorable(making, most);
    }

    List<Sighting> shown(Making making, Side side, MatchKey key) { return imports().shown(making, side, key); }

    private ImportGrounds imports() { return new ImportGrounds(database, keys, secrets); }

    /** Those in which the hub wrote since the moment, or in the run. */
    private List<Ground> restorable(Making making, int most) {
        return database.rows("""
            SELECT r.id FROM restore s JOIN relation r ON r.link_id = ? AND r.id > s.position AND r.wrapped_key IS NOT NULL
                AND (s.relation_id IS NULL OR r.id = s.relation_id)
            WHERE s.run_id = ? AND EXISTS (SELECT FROM history h WHERE h.relation_id = r.id AND NOT h.former AND h.written
                AND CASE WHEN s.at IS NULL THEN s.undoes = ANY (h.runs) ELSE h.at > s.at END)
            ORDER BY r.id LIMIT ?""", row -> row.number("id"), making.run().link(), Database.id(making.run().id()), most)
            .stream().flatMap(id -> ground(id).stream()).toList();
    }

    private Optional<Ground> ground(long relation) {
        return new WholeRelation(database, keys).find(relation)
            .map(whole -> new Ground(Long.toString(relation), new Past(whole.pair(), whole.seen(), lives(relation), made(relation))));
    }

    private List<Past.Life> lives(long relation) {
        return database.rows("SELECT * FROM history WHERE relation_id = ? AND NOT former ORDER BY id", this::life, relation);
    }

    private Past.Life life(Row row) throws SQLException {
        var field = Fields.named(row.text("field")).orElseThrow();
        var value = LedgerJson.value(field, LedgerJson.read(keys.open(row.bytes("value"))).get("value"));
        return new Past.Life(row.side("side"), PartKey.parse(row.text("part")), field, value, row.flag("written"), row.moment("at"),
            row.<Long>list("runs").stream().map(String::valueOf).collect(Collectors.toSet()));
    }

    private List<Past.Made> made(long relation) {
        return database.rows("""
            SELECT side, target, max(sent_at) AS at FROM delivery WHERE relation_id = ? AND is_create AND state = 'DONE' GROUP BY side, target ORDER BY 3""",
            row -> new Past.Made(row.side("side"), PartKey.parse(row.text("target")), row.moment("at")), relation);
    }
}
