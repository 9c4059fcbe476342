package nl.koppelwerk.ledger.postgres;

import java.util.Optional;
import nl.koppelwerk.ledger.Checkpoints;
import nl.koppelwerk.link.Side;

record PostgresCheckpoints(Database database) implements Checkpoints {

    @Override public Optional<Place> find(String link, Side side, String listing) {
        return database.row("SELECT position, newest, watermark FROM checkpoint WHERE link_id = ? AND side = ? AND listing = ?",
            row -> new Place(row.text("position"), row.text("newest"), row.text("watermark")), link, side, listing);
    }

    @Override public void at(String link, Side side, String listing, Place place) {
        database.change("""
            INSERT INTO checkpoint (link_id, side, listing, position, newest, watermark) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (link_id, side, listing) DO UPDATE
            SET position = excluded.position, newest = excluded.newest, watermark = excluded.watermark""",
            link, side, listing, place.position(), place.newest(), place.watermark());
    }
}
