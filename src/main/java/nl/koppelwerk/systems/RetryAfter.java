package nl.koppelwerk.systems;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Until when a vendor asks to wait: the header {@code Retry-After} of RFC 9110, seconds or a date. */
final class RetryAfter {

    /** A vendor's slip must not stop an account for a week. */
    private static final Duration MOST = Duration.ofHours(1);
    private static final Duration LEAST = Duration.ofSeconds(1);

    private RetryAfter() { }

    static Instant until(String header, Instant now, Duration unsaid) {
        var wait = header.isBlank() ? unsaid : read(header.strip(), now, unsaid);
        if (wait.compareTo(LEAST) < 0) return now.plus(LEAST);
        return now.plus(wait.compareTo(MOST) > 0 ? MOST : wait);
    }

    private static Duration read(String header, Instant now, Duration unsaid) {
        if (header.matches("\\d{1,18}")) return Duration.ofSeconds(Math.min(Long.parseLong(header), MOST.toSeconds()));
        try {
            return Duration.between(now, ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException garbled) {
            return unsaid;
        }
    }
}
