package nl.koppelwerk.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.koppelwerk.ledger.Accounts.Limits;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.link.Timetable;

/**
 * When a run is done, from what it has done so far, what its vendor allows and when its link works. Pure.
 *
 * @param limits of the account that is written to
 * @param speed  how many of the vendor's seconds pass in one of ours
 */
public record Forecast(Timetable timetable, Limits limits, double speed) {

    /** With fewer nothing can be said of its pace. */
    private static final int ENOUGH = 10;
    /** A quarter of a budget is kept for edits. */
    private static final double SHARE = 0.75;
    private static final Duration HOUR = Duration.ofHours(1);

    /** Empty where it has ended, or not yet done enough. */
    public Optional<Instant> end(Run run, Instant now) {
        int done = run.read() - run.waiting();
        if (!run.goesOn() || done < ENOUGH || !run.walked() && run.total() == null) return Optional.empty();
        int left = run.waiting() + (run.walked() ? 0 : Math.max(0, run.total() - run.read()));
        var worked = timetable.worked(run.startedAt(), now);
        double each = millisEach(done, worked);
        var byPace = timetable.ends(now, work(left, each));
        var byBatch = byBatch(left, each, now);
        return Optional.of(byBatch.isAfter(byPace) ? byBatch : byPace);
    }

    /** Each night but the last has a whole batch; this one too, where it goes on. */
    private Instant byBatch(int left, double each, Instant now) {
        if (timetable.batch() == 0) return now;
        var night = timetable.openedAt(now).isPresent() ? now : timetable.opensNext(now);
        int ahead = Math.max(0, left - 1) / timetable.batch();
        for (int i = 0; i < ahead; i++) night = timetable.opensNext(night);
        return night.plus(work(left - ahead * timetable.batch(), each));
    }

    private static Duration work(int left, double each) { return Duration.ofMillis(Math.round(left * each)); }

    /** A run that began with a full budget slows down to what an hour allows. */
    private double millisEach(int done, Duration worked) {
        double soFar = (double) worked.toMillis() / done;
        double hour = HOUR.toMillis() / speed;
        boolean isYoung = worked.toMillis() < hour;
        return limits.perHour() > 0 && isYoung ? Math.max(soFar, hour / (limits.perHour() * SHARE)) : soFar;
    }
}
