package nl.koppelwerk.systems.snelstart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;

/** The condition that asks for what changed since a stamp of SnelStart's own, which has no zone. */
final class SnelStartSince {

    private static final Pattern STAMP = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?");
    /** A Dutch clock shows the hour from two to three twice on the last Sunday of October; the overlap of polls comes on top. */
    private static final int FIRST = 1;
    private static final int LAST = 3;

    private SnelStartSince() { }

    /** Empty for everything: where there is no stamp, or one that the vendor's own literal does not take. */
    static String condition(String since) { return STAMP.matcher(since).matches() ? "ModifiedOn gt datetime'" + asked(since) + "'" : ""; }

    /**
     * Whether stamps are local or UTC is not known. If they are local, what changes in the second of those hours is stamped before what
     * changed in the first; so while the stamp stands there, all of it is asked for again.
     */
    private static String asked(String since) {
        var moment = LocalDateTime.parse(since);
        boolean isTwice = isLastSundayOfOctober(moment.toLocalDate()) && moment.getHour() >= FIRST && moment.getHour() < LAST;
        var from = moment.toLocalDate().atTime(FIRST, 0);
        return isTwice ? from.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME) : since;
    }

    private static boolean isLastSundayOfOctober(LocalDate day) {
        return day.getMonth() == Month.OCTOBER && day.equals(day.with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY)));
    }
}
