package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Plans.Item;
import nl.koppelwerk.ledger.Selection;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Plan;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.reconcile.Wanted;

/** Turns what is chosen of a plan into what is wanted, with a notice for each relation, in one transaction. */
record Applying(Database database, RelationKeys keys) {

    /** Bounds what is held in memory of a plan of a whole link. */
    private static final int AT_ONCE = 500;

    private record Row(Item item, String link, long relation, Side side, String root) {

        static Row of(nl.koppelwerk.ledger.postgres.Row row, RelationKeys keys) throws SQLException {
            var source = row.text("source_root");
            Plan plan = PlanJson.plan(keys.open(row.bytes("body")));
            return new Row(new Item(row.id("id"), row.id("relation"), "", plan, false, null), row.text("link_id"), row.number("relation"),
                source.isEmpty() ? Side.TARGET : Side.SOURCE, source.isEmpty() ? row.text("target_root") : source);
        }
    }

    private record Want(long relation, byte[] body) {}

    boolean apply(String run, Selection selection, String by) {
        long id = Database.id(run);
        return database.transaction(statements -> {
            int mine = statements.change("UPDATE run SET state = 'APPLYING', walked = true, why = '' WHERE id = ? AND state = 'PLANNED'", id);
            if (mine == 0) return false;
            var now = statements.row("SELECT hub_now() AS now", row -> row.moment("now")).orElseThrow();
            var page = page(statements, id, 0);
            while (!page.isEmpty()) {
                var chosen = page.stream().filter(row -> selection.means(row.item())).toList();
                if (!chosen.isEmpty()) want(statements, run, chosen, selection, by, now);
                leave(statements, page.stream().filter(row -> selection.lacksQuestionnaire(row.item())).toList());
                page = page(statements, id, Database.id(page.get(page.size() - 1).item().id()));
            }
            statements.change("UPDATE run SET total = (SELECT count(*) FROM plan_item i WHERE i.run_id = run.id AND i.selected) WHERE id = ?", id);
            return true;
        });
    }

    /** Who has a language without a questionnaire stays in the list, with the reason. */
    private void leave(Statements statements, List<Row> left) throws SQLException {
        if (left.isEmpty()) return;
        statements.change("UPDATE plan_item i SET body = l.body FROM unnest(?, ?) l(id, body) WHERE i.id = l.id", Column.numbers(left, row -> Database.id(row.item().id())),
            Column.bytes(left, row -> keys.of(row.relation()).seal(PlanJson.of(row.item().plan().withoutQuestionnaire()))));
    }

    private List<Row> page(Statements statements, long run, long after) throws SQLException {
        return statements.rows("""
            SELECT i.id, i.body, r.id AS relation, r.link_id, r.source_root, r.target_root FROM plan_item i LEFT JOIN relation_alias a ON a.id = i.relation_id
            JOIN relation r ON r.id = coalesce(a.relation_id, i.relation_id) AND r.wrapped_key IS NOT NULL
            WHERE i.run_id = ? AND i.id > ? ORDER BY i.id LIMIT ?""", row -> Row.of(row, keys), run, after, AT_ONCE);
    }

    private void want(Statements statements, String run, List<Row> chosen, Selection selection, String by, Instant now) throws SQLException {
        var wants = new ArrayList<Want>();
        for (var row : chosen) wants(row, selection, by, now, wants);
        var relations = Column.numbers(wants, Want::relation);
        statements.change("INSERT INTO wanted (relation_id, run_id, body) SELECT n.relation, ?, n.body FROM unnest(?, ?) WITH ORDINALITY n(relation, body, place) ORDER BY n.place",
            Database.id(run), relations, Column.bytes(wants, Want::body));
        statements.change("""
            UPDATE plan_item i SET selected = true, side = c.side, root = c.root, chosen = string_to_array(c.chosen, ' ')
            FROM unnest(?, ?, ?, ?) c(id, side, root, chosen) WHERE i.id = c.id""", Column.numbers(chosen, row -> Database.id(row.item().id())), Column.sides(chosen, Row::side),
            Column.texts(chosen, Row::root), Column.texts(chosen, row -> chosen(row.item(), selection)));
        var hints = chosen.stream().map(row -> new Hint(row.link(), row.side(), row.root(), Lane.BACKFILL, "plan", false, "", run)).toList();
        statements.row("SELECT accept_hints(?, ?, ?, ?, ?, ?, ?, ?, true)", row -> true, PostgresNotices.columns(hints));
    }

    private static String chosen(Item item, Selection selection) {
        return String.join(" ", item.plan().fields().stream().filter(field -> selection.means(item, field)).map(Planned::subject).toList());
    }

    private void wants(Row row, Selection selection, String by, Instant now, List<Want> wants) {
        var key = keys.of(row.relation());
        if (selection.imported() != null) {
            wants.add(new Want(row.relation(), key.seal(PlanJson.of(selection.carry(row.item(), "", by, now)))));
            return;
        }
        if (selection.cut().contains(row.item().id())) wants.add(new Want(row.relation(), key.seal(PlanJson.of(new Wanted.Cut("", by, now)))));
        for (var one : row.item().plan().fields())
            if (selection.means(row.item(), one)) wants.add(new Want(row.relation(), key.seal(PlanJson.of(put(one, by, now)))));
    }

    private static Wanted put(Planned one, String by, Instant now) {
        return new Wanted.Put("", by, now, one.side(), one.record(), one.part(), one.field(), one.value(), one.held(), one.other(), false);
    }
}
