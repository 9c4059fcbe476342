package nl.koppelwerk.ledger.postgres;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.koppelwerk.ledger.Schedules;

record PostgresSchedules(Database database, Timing timing) implements Schedules {

    /** A shortened interval counts from now; a longer one keeps the turn that is near. */
    @Override public void lay(String link, String what, Duration every, boolean dueNow) {
        database.change("""
            INSERT INTO schedule AS s (link_id, what, every, due) VALUES (?, ?, ?::interval, hub_now() + CASE WHEN ? THEN interval '0' ELSE ?::interval END)
            ON CONFLICT (link_id, what) DO UPDATE SET every = excluded.every, due = least(s.due, hub_now() + excluded.every)""",
            link, what, every, dueNow, every);
    }

    /** The interval is for the one case that nobody lays it again. */
    @Override public void layAt(String link, String what, Instant due) {
        database.change("""
            INSERT INTO schedule (link_id, what, every, due) VALUES (?, ?, interval '1 day', ?)
            ON CONFLICT (link_id, what) DO UPDATE SET due = excluded.due, token = NULL, lease = NULL""", link, what, due);
    }

    @Override public void drop(String link, String what) { database.change("DELETE FROM schedule WHERE link_id = ? AND what = ?", link, what); }

    @Override public void drop(String link) { database.change("DELETE FROM schedule WHERE link_id = ?", link); }

    @Override public List<Due> claim(int most) {
        return database.rows("""
            UPDATE schedule s SET token = nextval('schedule_token'), lease = hub_now() + ?
            FROM (SELECT d.link_id, d.what FROM schedule d JOIN link l ON l.id = d.link_id
                  WHERE d.due <= hub_now() AND (d.lease IS NULL OR d.lease <= hub_now()) AND l.state = 'ACTIVE'
                  ORDER BY d.due LIMIT ? FOR UPDATE OF d SKIP LOCKED) c
            WHERE s.link_id = c.link_id AND s.what = c.what
            RETURNING s.link_id, s.what, (extract(epoch FROM s.every) * 1000)::bigint AS every, s.token""",
            row -> new Due(row.text("link_id"), row.text("what"), row.millis("every"), row.number("token")), timing.lease(), most);
    }

    @Override public void done(Due due) {
        database.change("""
            UPDATE schedule SET token = NULL, lease = NULL,
                due = CASE WHEN due + every > hub_now() THEN due + every ELSE hub_now() + every END
            WHERE link_id = ? AND what = ? AND token = ?""", due.link(), due.what(), due.token());
    }
}
