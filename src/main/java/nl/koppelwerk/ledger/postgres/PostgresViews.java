package nl.koppelwerk.ledger.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Views;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;

/** What people look at; values are opened one by one, and those of an erased person are left out. */
final class PostgresViews implements Views {

    private final Database database;
    private final Secrets secrets;
    private final RelationKeys keys;
    private final WholeRelation whole;

    PostgresViews(Database database, Secrets secrets, RelationKeys keys) {
        this.database = database;
        this.secrets = secrets;
        this.keys = keys;
        this.whole = new WholeRelation(database, keys);
    }

    @Override public List<Row> relations(String link, State state, List<String> words, String afterId, int most) {
        var hashes = Column.bytes(words, word -> secrets.hash("word", word));
        return database.rows("""
            SELECT r.* FROM relation r WHERE r.link_id = ? AND r.id > ? AND (?::text IS NULL OR r.state = ?)
            AND NOT EXISTS (SELECT FROM unnest(?) w(hash) WHERE NOT EXISTS (
                SELECT FROM search_word s WHERE s.link_id = r.link_id AND s.hash = w.hash AND s.relation_id = r.id))
            %s ORDER BY r.id LIMIT ?""".formatted(words.isEmpty() ? "" : FIRST_WORD),
            row -> row(row, keys), parameters(link, state, words, afterId, hashes, most));
    }

    /** Starts from the relations that have the first word, for a search finds few among many. */
    private static final String FIRST_WORD = "AND r.id IN (SELECT f.relation_id FROM search_word f WHERE f.link_id = ? AND f.hash = ?)";

    private Object[] parameters(String link, State state, List<String> words, String afterId, Column hashes, int most) {
        if (words.isEmpty()) return new Object[] {link, Database.id(afterId), state, state, hashes, most};
        return new Object[] {link, Database.id(afterId), state, state, hashes, link, secrets.hash("word", words.get(0)), most};
    }

    static Row row(nl.koppelwerk.ledger.postgres.Row row, RelationKeys keys) throws SQLException {
        var kind = row.text("kind");
        return new Row(row.id("id"), row.text("link_id"), State.valueOf(row.text("state")), kind == null ? null : Kind.valueOf(kind), name(row, keys),
            row.text("source_root"), row.text("target_root"), LedgerJson.reasons(row.text("reasons")), row.moment("changed_at"));
    }

    static String name(nl.koppelwerk.ledger.postgres.Row row, RelationKeys keys) throws SQLException {
        var label = row.bytes("label");
        return label == null || row.bytes("wrapped_key") == null ? "" : new String(keys.open(label), UTF_8);
    }

    @Override public Optional<Whole> relation(String relation) { return whole.find(Database.id(relation)); }

    @Override public Optional<Whole> relation(String link, Side side, String root) {
        if (root.isEmpty()) return Optional.empty();
        return database.row("SELECT r.id FROM relation r WHERE r.link_id = ? AND r.%s_root = ? ORDER BY r.id LIMIT 1".formatted(side == Side.SOURCE ? "source" : "target"),
            row -> row.number("id"), link, root).flatMap(whole::find);
    }

    @Override public List<Decided> decisions(String relation, String beforeId, int most) {
        return database.rows("SELECT * FROM decision d WHERE d.relation_id = " + RelationRows.RESOLVED + " AND d.id < ? ORDER BY d.id DESC LIMIT ?",
            row -> new Decided(row.id("id"), row.moment("at"), row.number("revision"), State.valueOf(row.text("state")),
                Outcome.valueOf(row.text("outcome")), LedgerJson.reasons(row.text("reasons")), row.text("body"), row.texts("notice")),
            Database.id(relation), Database.id(relation), before(beforeId), most);
    }

    @Override public List<Life> history(String relation, String beforeId, int most) {
        return database.rows("SELECT * FROM history h WHERE h.relation_id = " + RelationRows.RESOLVED + " AND h.id < ? ORDER BY h.id DESC LIMIT ?",
            row -> life(row, keys), Database.id(relation), Database.id(relation), before(beforeId), most);
    }

    static long before(String id) { return id.isEmpty() ? Long.MAX_VALUE : Database.id(id); }

    static Life life(nl.koppelwerk.ledger.postgres.Row row, RelationKeys keys) throws SQLException {
        var field = Fields.named(row.text("field")).orElseThrow();
        var value = LedgerJson.value(field, LedgerJson.read(keys.open(row.bytes("value"))).get("value"));
        return new Life(row.id("id"), row.side("side"), PartKey.parse(row.text("part")), field, value, row.flag("written"), row.moment("at"),
            row.texts("notice"), text(row, "decision_id"), text(row, "run_id"));
    }

    private static String text(nl.koppelwerk.ledger.postgres.Row row, String column) throws SQLException {
        return Optional.ofNullable(row.text(column)).orElse("");
    }

    @Override public String stamp(String relation, byte[] content) { return HexFormat.of().formatHex(secrets.stamp(relation, content)); }

    @Override public Counts counts() {
        var waiting = new EnumMap<Lane, Long>(Lane.class);
        for (var lane : Lane.values()) waiting.put(lane, 0L);
        database.rows("SELECT lane, count(*) AS n FROM notice WHERE reasons <> ARRAY['watch'] GROUP BY lane", row -> waiting.put(row.lane("lane"), row.number("n")));
        var byState = new EnumMap<State, Long>(State.class);
        database.rows("SELECT state, count(*) AS n FROM relation GROUP BY state", row -> byState.put(State.valueOf(row.text("state")), row.number("n")));
        return database.row("""
            SELECT (SELECT min(due) FROM notice WHERE due <= hub_now() AND (lease IS NULL OR lease <= hub_now())) AS oldest,
                (SELECT count(*) FROM hold WHERE closed_at IS NULL) AS held, (SELECT count(*) FROM dead_letter WHERE closed_by = '') AS dead""",
            row -> new Counts(Map.copyOf(waiting), row.moment("oldest"), row.number("held"), row.number("dead"), Map.copyOf(byState))).orElseThrow();
    }
}
