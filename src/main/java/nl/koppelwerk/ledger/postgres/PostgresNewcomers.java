package nl.koppelwerk.ledger.postgres;

import java.sql.SQLException;
import java.time.Instant;
import nl.koppelwerk.ledger.Newcomers;
import nl.koppelwerk.link.Side;

record PostgresNewcomers(Database database) implements Newcomers {

    @Override public Turn turn(String link, Side side, Instant since, boolean awaitsTold) {
        return database.row("SELECT * FROM turn_to_list(?, ?, ?, ?, ?, ?, ?)", row -> turn(link, side, row), link, side, since, awaitsTold, FRESH, GAP, LEASE).orElseThrow();
    }

    private static Turn turn(String link, Side side, Row row) throws SQLException {
        return switch (row.text("verdict")) {
            case "UP_TO_NOW" -> new UpToNow();
            case "LIST" -> new Listing(link, side, row.number("token"), row.moment("at"));
            default -> new Wait(row.moment("at"));
        };
    }

    @Override public boolean goesOn(Listing turn) {
        return 1 == database.change("UPDATE newcomer_listing SET lease = hub_now() + ?::interval WHERE link_id = ? AND side = ? AND token = ?", LEASE, turn.link(), turn.side(), turn.token());
    }

    @Override public void listed(Listing turn, Instant began) {
        listed(turn.link(), turn.side(), began);
        leave(turn);
    }

    @Override public void listed(String link, Side side, Instant began) {
        database.change("""
            INSERT INTO newcomer_listing AS l (link_id, side, listed_at, ended_at) VALUES (?, ?, ?, hub_now())
            ON CONFLICT (link_id, side) DO UPDATE SET listed_at = greatest(l.listed_at, excluded.listed_at), ended_at = excluded.ended_at""", link, side, began);
    }

    @Override public void forget(String link) {
        database.transaction(statements -> {
            statements.change("DELETE FROM checkpoint WHERE link_id = ? AND listing LIKE ?", link, "%" + Newcomers.INDEX);
            return statements.change("UPDATE newcomer_listing SET listed_at = NULL, ended_at = NULL, token = nextval('newcomer_token'), lease = NULL WHERE link_id = ?", link);
        });
    }

    @Override public void leave(Listing turn) {
        database.change("UPDATE newcomer_listing SET lease = NULL WHERE link_id = ? AND side = ? AND token = ?", turn.link(), turn.side(), turn.token());
    }
}
