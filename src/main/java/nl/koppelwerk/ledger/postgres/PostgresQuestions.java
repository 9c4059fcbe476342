package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Questions;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Question;

record PostgresQuestions(Database database, RelationKeys keys) implements Questions {

    private static final String COLUMNS = "SELECT h.id, h.link_id, h.relation_id, h.body, h.since FROM hold h WHERE h.closed_at IS NULL AND ";

    @Override public List<Held> open(String link, String afterId, int most) {
        return database.rows(COLUMNS + "h.link_id = ? AND h.id > ? ORDER BY h.id LIMIT ?", this::held, link, Database.id(afterId), most);
    }

    @Override public Optional<Held> find(String hold) { return database.row(COLUMNS + "h.id = ?", this::held, Database.id(hold)); }

    @Override public List<Held> of(String relation) {
        return database.rows(COLUMNS + "h.relation_id = " + RelationRows.RESOLVED + " ORDER BY h.id", this::held, Database.id(relation), Database.id(relation));
    }

    private Held held(Row row) throws SQLException {
        return new Held(row.id("id"), row.text("link_id"), row.id("relation_id"), RecordJson.question(keys.open(row.bytes("body"))), row.moment("since"));
    }

    /** The hint comes first: who finishes a look of that root takes its notice before the answers, and two that wait for each other wait for nobody. */
    @Override public String answer(String relation, List<Question.Answered> answers, String by) {
        return database.transaction(statements -> {
            var root = statements.row("SELECT id, link_id, source_root, target_root, source_gone FROM relation WHERE id = " + RelationRows.RESOLVED,
                Root::of, Database.id(relation), Database.id(relation)).orElseThrow();
            var key = keys.of(root.relation());
            statements.row("SELECT accept_hints(?, ?, ?, ?, ?, ?, ?, ?)", row -> true, PostgresNotices.columns(List.of(root.hint())));
            statements.row("SELECT FROM relation WHERE id = ? FOR KEY SHARE", row -> true, root.relation());
            return "" + statements.row("SELECT keep_answers(?, ?, ?, ?, ?) AS ticket", row -> row.number("ticket"), root.relation(), by,
                Column.texts(answers, answer -> answer.code().name()), Column.texts(answers, Question.Answered::subject),
                Column.bytes(answers, answer -> key.seal(RecordJson.of(answer)))).orElseThrow();
        });
    }

    @Override public Fate fate(String ticket) {
        return Fate.of(database.rows("SELECT fate FROM fates_of(?)", row -> Fate.valueOf(row.text("fate")), Database.id(ticket)));
    }

    private record Root(long relation, String link, Side side, String root) {

        static Root of(Row row) throws SQLException {
            var source = row.text("source_root");
            var target = row.text("target_root");
            // Of a pair that lost its source the answer is about the record that is left.
            var side = source.isEmpty() || row.flag("source_gone") && !target.isEmpty() ? Side.TARGET : Side.SOURCE;
            return new Root(row.number("id"), row.text("link_id"), side, side == Side.SOURCE ? source : target);
        }

        Hint hint() { return Hint.of(link, side, root, "answer"); }
    }
}
