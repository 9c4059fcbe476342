package nl.koppelwerk.systems.adminconsult;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A part of the change log: from a second on, up to a later one, and within one second by the numbers of its rows. Moments are the
 * server's own and have no zone.
 *
 * @param to    not in it; null for the end of the log
 * @param above not in it; null for the first
 * @param upTo  in it; null for the last
 */
record ChangeWindow(LocalDateTime from, LocalDateTime to, Long above, Long upTo) {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Brussels");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final String TABLES = "TableName in ('CUSTOMER','CUSTOMER_ADRESS','CUSTOMER_EMAIL')";
    private static final String OPEN = "-";

    /** What a row of the log says of its place. */
    record Place(LocalDateTime at, Long number) {}

    /** In the hour that comes twice, a change of its second time has an older moment than one of the first: all of it is asked for again. */
    static ChangeWindow since(String since) {
        var from = moment(since);
        var twice = OFFICE.getRules().getTransition(from);
        return new ChangeWindow(twice != null && twice.isOverlap() ? twice.getDateTimeAfter() : from, null, null, null);
    }

    static ChangeWindow of(String position) {
        var parts = Arrays.asList(position.split(" "));
        return new ChangeWindow(LocalDateTime.parse(parts.get(0)), parts.get(1).equals(OPEN) ? null : LocalDateTime.parse(parts.get(1)), number(parts.get(2)), number(parts.get(3)));
    }

    private static Long number(String text) { return text.equals(OPEN) ? null : Long.valueOf(text); }

    String position() { return from + " " + shown(to) + " " + shown(above) + " " + shown(upTo); }

    private static String shown(Object part) { return part == null ? OPEN : part.toString(); }

    /** Seconds, in whatever spelling of them. */
    static LocalDateTime moment(String text) { return LocalDateTime.parse(text.strip().replace(' ', 'T').replaceFirst("(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d)?$", "")); }

    static String text(LocalDateTime moment) { return MOMENT.format(moment); }

    String filter() {
        return TABLES + " and DateAction ge '" + text(from) + "'" + (to == null ? "" : " and DateAction lt '" + text(to) + "'")
            + (above == null ? "" : " and l.LogId gt " + above) + (upTo == null ? "" : " and l.LogId le " + upTo);
    }

    /** Half of it, by what was seen of it; empty where it cannot be narrowed any more. */
    Optional<ChangeWindow> less(List<Place> seen) {
        var later = seen.stream().map(Place::at).filter(at -> at.isAfter(from)).sorted().toList();
        boolean isSecond = to != null && !to.isAfter(from.plusSeconds(1));
        if (!isSecond) return Optional.of(new ChangeWindow(from, later.isEmpty() ? from.plusSeconds(1) : middle(later), null, null));
        var numbers = seen.stream().map(Place::number).filter(number -> number > 0).sorted().distinct().toList();
        return numbers.size() < 2 ? Optional.empty() : Optional.of(new ChangeWindow(from, to, above, numbers.get((numbers.size() - 1) / 2)));
    }

    private static LocalDateTime middle(List<LocalDateTime> sorted) { return sorted.get(sorted.size() / 2); }

    /** What comes after it; empty at the end of the log. */
    Optional<ChangeWindow> next() {
        if (upTo != null) return Optional.of(new ChangeWindow(from, to, upTo, null));
        return Optional.ofNullable(to).map(end -> new ChangeWindow(end, null, null, null));
    }
}
