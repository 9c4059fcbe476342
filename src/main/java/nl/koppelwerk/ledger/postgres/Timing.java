package nl.koppelwerk.ledger.postgres;

import java.time.Duration;
import java.util.List;

/**
 * How long things last in the ledger, by its own clock.
 *
 * @param lease    how long a claim is kept without renewal
 * @param deadline the longest that one call to a vendor takes; a write starts only with more lease left than this
 * @param slot     after this a call's slot is free again, whatever became of its worker
 * @param probe    how often a stopped link tries one notice
 * @param watch    how long a create that was in doubt is watched for a twin; zero never looks for one
 * @param retries  the schedule of what may heal (engine.md section 6)
 * @param speed    how many seconds of the vendors pass in one of ours: 1, unless stand-ins have a clock that runs faster
 */
public record Timing(Duration lease, Duration deadline, Duration slot, Duration probe, Duration watch, List<Duration> retries, double speed) {

    public Timing(Duration lease, Duration deadline, Duration slot, Duration probe, Duration watch, List<Duration> retries) {
        this(lease, deadline, slot, probe, watch, retries, 1);
    }

    public static final List<Duration> RETRIES = List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5),
        Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(6), Duration.ofHours(12), Duration.ofHours(24),
        Duration.ofHours(24), Duration.ofHours(24));

    public static final Timing USUAL = new Timing(Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(60),
        Duration.ofSeconds(60), Duration.ofDays(1), RETRIES);
}
