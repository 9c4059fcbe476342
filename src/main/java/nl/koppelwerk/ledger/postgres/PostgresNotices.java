package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.ledger.Runs;

/** The queue of notices; its statements are functions of the migrations. */
final class PostgresNotices implements Notices {

    private final Database database;
    private final Timing timing;

    PostgresNotices(Database database, Timing timing) {
        this.database = database;
        this.timing = timing;
    }

    @Override public void accept(List<Hint> hints) {
        if (!hints.isEmpty()) database.row("SELECT accept_hints(?, ?, ?, ?, ?, ?, ?, ?)", row -> true, columns(hints));
    }

    static Object[] columns(List<Hint> hints) {
        return new Object[] {Column.texts(hints, Hint::link), Column.sides(hints, Hint::side), Column.texts(hints, Hint::record),
            Column.of("smallint", hints, hint -> (short) hint.lane().ordinal()), Column.texts(hints, Hint::why),
            Column.flags(hints, hint -> !hint.observed()), Column.texts(hints, Hint::was),
            Column.numbers(hints, hint -> hint.run().isEmpty() ? null : Database.id(hint.run()))};
    }

    @Override public List<Claim> claim(int most) {
        return most <= 0 ? List.of()
            : database.rows("SELECT * FROM claim_notices(?, ?, ?)", PostgresNotices::claim, most, timing.lease(), timing.probe());
    }

    private static Claim claim(Row row) throws SQLException {
        return new Claim(row.number("claim_token"), row.text("link_id"), row.side("side"), row.text("root"), row.number("generation"),
            row.lane("lane"), row.number("stale_gen") > row.number("covered_gen"), row.count("attempts"),
            row.texts("reasons"), row.moment("lease"));
    }

    @Override public Set<Long> renew(Collection<Claim> claims) {
        if (claims.isEmpty()) return Set.of();
        return new HashSet<>(database.rows("SELECT renew_claims AS token FROM renew_claims(?, ?, ?, ?, ?)", row -> row.number("token"),
            Column.numbers(claims, Claim::token), Column.texts(claims, Claim::link), Column.sides(claims, Claim::side),
            Column.texts(claims, Claim::root), timing.lease()));
    }

    @Override public void putBack(Claim claim, Instant due) {
        database.change("""
            UPDATE notice SET claim_token = NULL, lease = NULL, due = CASE WHEN generation = ? THEN ? ELSE hub_now() END
            WHERE link_id = ? AND side = ? AND root = ? AND claim_token = ?""",
            claim.generation(), due, claim.link(), claim.side(), claim.root(), claim.token());
    }

    @Override public Instant nextDue() {
        return database.row("SELECT due FROM next_due() due WHERE due IS NOT NULL", row -> row.moment("due")).orElse(null);
    }

    @Override public void release(String link) { database.change("UPDATE notice SET lane = 0 WHERE link_id = ? AND lane = 2", link); }

    @Override public void releaseTo(Runs.Run run) {
        long id = Database.id(run.id());
        database.change("""
            WITH freed AS (UPDATE notice SET lane = 1, runs = array_append(array_remove(runs, ?), ?) WHERE link_id = ? AND lane = 2 RETURNING side, root, generation)
            INSERT INTO run_item AS i (run_id, side, root, waiting, generation) SELECT ?, side, root, true, generation FROM freed ORDER BY side, root
            ON CONFLICT (run_id, side, root) DO UPDATE SET waiting = true, generation = excluded.generation WHERE i.outcome IS NULL AND NOT i.waiting""",
            id, id, run.link(), id);
    }

    @Override public Instant now() {
        return database.row("SELECT hub_now() AS now", row -> row.moment("now")).orElseThrow();
    }
}
