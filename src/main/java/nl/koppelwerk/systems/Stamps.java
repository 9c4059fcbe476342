package nl.koppelwerk.systems;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Comparator;
import java.util.stream.Stream;

/** Moments in a vendor's own spelling: compared without ever asking our own clock or a zone. */
public final class Stamps {

    private Stamps() { }

    /** The latest of them, or empty; those that cannot be read count for nothing. */
    public static String newest(Stream<String> stamps) {
        return stamps.filter(stamp -> read(stamp) != null).max(Comparator.comparing(Stamps::order)).orElse("");
    }

    public static boolean isBefore(String stamp, String other) {
        return read(stamp) != null && read(other) != null && order(stamp).isBefore(order(other));
    }

    private static LocalDateTime order(String stamp) {
        return read(stamp) instanceof OffsetDateTime moment ? moment.atZoneSameInstant(ZoneOffset.UTC).toLocalDateTime() : (LocalDateTime) read(stamp);
    }

    private static TemporalAccessor read(String stamp) {
        try {
            return DateTimeFormatter.ISO_DATE_TIME.parseBest(stamp.strip(), OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
