package nl.koppelwerk.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** A stamp in a server's own form: compared and moved back without changing its zone, its precision or its spelling. */
final class ServerStamp {

    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})([T ])(\\d{2}:\\d{2})(:\\d{2})?(?:\\.(\\d{1,9}))?(Z|[+-]\\d{2}:?\\d{2})?");

    private final LocalDateTime moment;
    private final String pattern;
    private final String zone;
    private final Duration precision;

    private ServerStamp(LocalDateTime moment, String pattern, String zone, Duration precision) {
        this.moment = moment;
        this.pattern = pattern;
        this.zone = zone;
        this.precision = precision;
    }

    static Optional<ServerStamp> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) return Optional.empty();
        int digits = form.group(5) == null ? 0 : form.group(5).length();
        var pattern = "uuuu-MM-dd'" + form.group(2) + "'HH:mm" + (form.group(4) == null ? "" : ":ss") + (digits == 0 ? "" : "." + "S".repeat(digits));
        var zone = form.group(6) == null ? "" : form.group(6);
        var local = text.substring(0, text.length() - zone.length());
        return Optional.of(new ServerStamp(LocalDateTime.parse(local, DateTimeFormatter.ofPattern(pattern)), pattern, zone, precision(form.group(4) != null)));
    }

    /** Seconds and finer count as a second. */
    private static Duration precision(boolean seconds) { return (seconds ? ChronoUnit.SECONDS : ChronoUnit.MINUTES).getDuration(); }

    /** The same moment less the overlap, which is never less than the stamp's own precision. */
    String minus(Duration overlap) {
        var back = overlap.compareTo(precision) < 0 ? precision : overlap;
        return moment.minus(back).format(DateTimeFormatter.ofPattern(pattern)) + zone;
    }

    /** The later of two stamps of one server; one that cannot be read loses. */
    static String later(String one, String other) {
        var first = parse(one);
        var second = parse(other);
        if (first.isEmpty() || second.isEmpty()) return first.isEmpty() ? other : one;
        return second.get().moment.isAfter(first.get().moment) ? other : one;
    }

    /** A stamp of a clock that ran ahead would hide all changes until that moment comes; one without a zone cannot be compared with ours. */
    static String notAfter(String stamp, Instant now) {
        return parse(stamp).filter(read -> !read.zone.isEmpty() && read.at().isAfter(now)).map(read -> read.with(now)).orElse(stamp);
    }

    private Instant at() { return moment.toInstant(ZoneOffset.of(zone)); }

    /** Our moment in this spelling. */
    private String with(Instant now) {
        return LocalDateTime.ofInstant(now, ZoneOffset.of(zone)).format(DateTimeFormatter.ofPattern(pattern)) + zone;
    }

    /** Where the next pass starts; the old watermark where the newest stamp is missing, unreadable or older. */
    static String watermark(String old, String newest, Duration overlap) {
        return parse(newest).map(stamp -> later(old, stamp.minus(overlap))).orElse(old);
    }
}
