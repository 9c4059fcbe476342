package nl.koppelwerk.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is to happen when, claimed like notices, so that each tick runs once however many pods there are. */
public interface Schedules {

    /** Lays or changes an entry; due at once when it is new and {@code dueNow}. */
    void lay(String link, String what, Duration every, boolean dueNow);

    /** Its next turn is then, and not before. */
    void layAt(String link, String what, Instant due);

    void drop(String link);

    void drop(String link, String what);

    List<Due> claim(int most);

    /** The next turn is one interval after this one fell due, never in the past. */
    void done(Due due);

    record Due(String link, String what, Duration every, long token) {}
}
