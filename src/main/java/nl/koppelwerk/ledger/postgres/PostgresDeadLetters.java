package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.ledger.DeadLetters;
import nl.koppelwerk.ledger.Hint;

record PostgresDeadLetters(Database database) implements DeadLetters {

    private static final String COLUMNS = """
        SELECT id, link_id, relation_id, side, root, reasons, decision, answer, attempts, at, closed_by FROM dead_letter""";

    @Override public List<DeadLetter> open(Filter filter, String afterId, int most) {
        var links = filter.links() == null ? null : Column.texts(filter.links(), link -> link);
        return database.rows(COLUMNS + """
             WHERE closed_by = '' AND id > ? AND (?::text[] IS NULL OR link_id = ANY (?)) AND (?::text IS NULL OR EXISTS (SELECT FROM jsonb_array_elements(reasons) r WHERE r ->> 'code' = ?))
            AND (?::timestamptz IS NULL OR at >= ?) AND (?::timestamptz IS NULL OR at < ?) ORDER BY id LIMIT ?""",
            PostgresDeadLetters::letter, Database.id(afterId), links, links, filter.reason(), filter.reason(), filter.from(), filter.from(),
            filter.to(), filter.to(), most);
    }

    @Override public Optional<DeadLetter> find(String id) {
        return database.row(COLUMNS + " WHERE id = ?", PostgresDeadLetters::letter, Database.id(id));
    }

    private static DeadLetter letter(Row row) throws SQLException {
        return new DeadLetter(row.id("id"), row.text("link_id"), row.id("relation_id"), row.side("side"), row.text("root"),
            LedgerJson.reasons(row.text("reasons")), row.text("decision"), row.text("answer"), row.count("attempts"), row.moment("at"),
            row.text("closed_by"));
    }

    @Override public int replay(List<String> ids, String by) {
        return database.transaction(statements -> {
            var hints = statements.rows("""
                UPDATE dead_letter SET closed_by = 'replay', closed_at = hub_now(), closed_who = ? WHERE id = ANY (?) AND closed_by = ''
                RETURNING link_id, side, root""",
                row -> Hint.of(row.text("link_id"), row.side("side"), row.text("root"), "replay"), by, Column.numbers(ids, Database::id));
            if (!hints.isEmpty()) statements.row("SELECT accept_hints(?, ?, ?, ?, ?, ?, ?, ?)", row -> true, PostgresNotices.columns(hints));
            return hints.size();
        });
    }

    @Override public boolean discard(String id, String by) {
        return database.row("""
            WITH closed AS (UPDATE dead_letter SET closed_by = 'discard', closed_at = hub_now(), closed_who = ? WHERE id = ? AND closed_by = '' RETURNING relation_id),
                unwanted AS (DELETE FROM wanted w USING closed c WHERE w.relation_id = c.relation_id)
            SELECT count(*) AS closed FROM closed""", row -> row.count("closed") > 0, by, Database.id(id)).orElse(false);
    }
}
