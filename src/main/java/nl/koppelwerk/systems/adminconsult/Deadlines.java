package nl.koppelwerk.systems.adminconsult;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import nl.koppelwerk.systems.Query;

/**
 * The days between which a deadline lies.
 *
 * @param from null, as {@code to}, for all there ever were
 */
record Deadlines(LocalDate from, LocalDate to) {

    /** A month of one taskflow is never too much for one answer. */
    private static final int FEWEST_DAYS = 31;

    static Deadlines round(Instant now, Period period) {
        var today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return period.isZero() ? new Deadlines(null, null) : new Deadlines(today.minus(period), today.plus(period));
    }

    Query query() { return Query.NONE.and("datefrom", from == null ? "" : from).and("dateto", to == null ? "" : to); }

    boolean canBeHalved() { return from != null && ChronoUnit.DAYS.between(from, to) > FEWEST_DAYS; }

    Deadlines earlier() { return new Deadlines(from, middle()); }

    Deadlines later() { return new Deadlines(middle().plusDays(1), to); }

    private LocalDate middle() { return from.plusDays(ChronoUnit.DAYS.between(from, to) / 2); }
}
