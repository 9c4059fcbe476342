package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.ledger.Deliveries;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Schedules;
import nl.koppelwerk.link.Timetable;

/** Keeps a link to its timetable: fixed times at which what was collected goes over, quiet hours for runs, a batch a night. */
@Singleton
public final class Pacing {

    static final String TIMES = "times";
    static final String QUIET = "quiet";
    /** A checklist, a backup or a sample may have been before them, and no relation was carried over or only a few. */
    private static final Set<Runs.Kind> READ_ALL = EnumSet.of(Runs.Kind.INITIAL, Runs.Kind.PERIODIC, Runs.Kind.FULL, Runs.Kind.VERIFY);
    /** Runs that are looked through. */
    private static final int MOST = 10_000;
    private static final java.time.Duration LOOK_EVERY = java.time.Duration.ofSeconds(10);

    private final Links links;
    private final LinkBook book;
    private final Schedules schedules;
    private final Notices notices;
    private final Runs runs;
    private final Deliveries deliveries;

    @Inject
    public Pacing(Links links, LinkBook book, Schedules schedules, Notices notices, Runs runs, Deliveries deliveries) {
        this.links = links;
        this.book = book;
        this.schedules = schedules;
        this.notices = notices;
        this.runs = runs;
        this.deliveries = deliveries;
    }

    /** Before anything of the link is begun by it, and whenever its settings change. */
    void lay(String link) {
        var timetable = book.timetable(link);
        links.collect(link, timetable.collects());
        timetable.next(notices.now()).ifPresentOrElse(next -> schedules.layAt(link, TIMES, next), () -> schedules.drop(link, TIMES));
        if (timetable.quiet() == null) schedules.drop(link, QUIET);
        else schedules.lay(link, QUIET, LOOK_EVERY, false);
        rest(link);
    }

    /** Opens and closes the quiet hours; a night whose batch is written is over. */
    void rest(String link) {
        var timetable = book.timetable(link);
        var now = notices.now();
        var opened = timetable.openedAt(now);
        boolean works = timetable.quiet() == null || opened.isPresent() && !isWritten(link, timetable, opened.get());
        if (links.quietUntil(link, works ? null : timetable.opensNext(now))) book.forget(link);
    }

    private boolean isWritten(String link, Timetable timetable, Instant opened) {
        return timetable.batch() > 0 && deliveries.sentSince(link, opened) >= timetable.batch();
    }

    boolean hasBatch(String link) { return book.timetable(link).batch() > 0; }

    /** When a pass over many may write again, where the batch of this night is written; empty where it may now. */
    Optional<Instant> restsUntil(String link) {
        var timetable = book.timetable(link);
        if (timetable.batch() == 0) return Optional.empty();
        var now = notices.now();
        boolean isOver = timetable.openedAt(now).filter(opened -> isWritten(link, timetable, opened)).isPresent();
        return isOver ? Optional.of(timetable.opensNext(now)) : Optional.empty();
    }

    /** A fixed time has come: a link that was never read before is read whole. */
    void release(String link) {
        book.timetable(link).next(notices.now()).ifPresent(next -> schedules.layAt(link, TIMES, next));
        notices.release(link);
        if (runs.of(link, "", MOST).stream().noneMatch(run -> READ_ALL.contains(run.kind()))) runs.start(link, Runs.Kind.INITIAL, "schedule");
    }
}
