package nl.koppelwerk.link;

import com.fasterxml.jackson.databind.JsonNode;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * When a link works (SN-05, SN-42): what is told by webhooks at once, at fixed times or only where a person asks; passes over many records at any time, or in
 * quiet hours only, a batch a night.
 *
 * @param cron  of the fixed times, by Quartz's rules with seconds; empty where there are none
 * @param quiet when passes over many records may work; null is always
 * @param batch how many records a pass may write in the quiet hours of one night; 0 is without limit
 */
public record Timetable(Mode mode, String cron, Hours quiet, int batch, ZoneId zone) {

    public static final Timetable ALWAYS = new Timetable(Mode.AT_ONCE, "", null, 0, ZoneId.of("Europe/Amsterdam"));

    /** Only where a person asks, and then at any time. */
    static final Timetable BY_HAND = new Timetable(Mode.BY_HAND, "", null, 0, ZoneId.of("Europe/Brussels"));

    public enum Mode { AT_ONCE, SCHEDULED, BY_HAND }

    /** From one time of the day to another, across midnight where the second is the earlier one. */
    public record Hours(LocalTime from, LocalTime to) {

        /** {@code 22:00-06:00}; empty where it is something else, or no time at all. */
        static Optional<Hours> parse(String text) {
            var parts = text.split("-");
            if (!text.matches("([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d") || parts[0].equals(parts[1])) return Optional.empty();
            return Optional.of(new Hours(LocalTime.parse(parts[0]), LocalTime.parse(parts[1])));
        }

        private Duration length() {
            var length = Duration.between(from, to);
            return length.isNegative() ? length.plusDays(1) : length;
        }
    }

    /** Of settings that have no problems. */
    static Timetable of(JsonNode settings) {
        var mode = Mode.valueOf(settings.path("mode").asText("at-once").toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        var quiet = Hours.parse(settings.path("quietHours").asText("")).orElse(null);
        return new Timetable(mode, settings.path("schedule").asText(""), quiet, settings.path("batch").asInt(0), ZoneId.of(settings.path("zone").asText("Europe/Amsterdam")));
    }

    /** What webhooks tell is kept until its time. */
    public boolean collects() { return mode != Mode.AT_ONCE; }

    /** The next fixed time after that moment; empty where there is none. */
    public Optional<Instant> next(Instant now) {
        if (mode != Mode.SCHEDULED) return Optional.empty();
        return expression(cron, zone).map(times -> times.getNextValidTimeAfter(Date.from(now))).map(Date::toInstant);
    }

    static Optional<CronExpression> expression(String cron, ZoneId zone) {
        try {
            var expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone(zone));
            return Optional.of(expression);
        } catch (ParseException wrong) {
            return Optional.empty();
        }
    }

    /** When the quiet hours that go on at that moment began; empty by day, and where passes work always. */
    public Optional<Instant> openedAt(Instant now) {
        if (quiet == null) return Optional.empty();
        var opened = opening(now);
        return now.isBefore(opened.plus(quiet.length())) ? Optional.of(opened) : Optional.empty();
    }

    /** When the next quiet hours begin, after those that go on. */
    public Instant opensNext(Instant now) {
        var opened = opening(now).atZone(zone);
        return opened.plusDays(1).with(quiet.from()).toInstant();
    }

    /** When quiet hours began last. */
    private Instant opening(Instant now) {
        var today = now.atZone(zone).with(quiet.from());
        return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
    }

    /** How long passes could work from one moment to another. */
    public Duration worked(Instant from, Instant to) {
        if (quiet == null) return Duration.between(from, to);
        var worked = Duration.ZERO;
        for (var opened = opening(from); opened.isBefore(to); opened = opensNext(opened)) {
            var begins = opened.isBefore(from) ? from : opened;
            var closes = opened.plus(quiet.length());
            var ends = closes.isBefore(to) ? closes : to;
            if (begins.isBefore(ends)) worked = worked.plus(Duration.between(begins, ends));
        }
        return worked;
    }

    /** When work that takes so long is done, begun or gone on with at that moment and resting outside the quiet hours. */
    public Instant ends(Instant now, Duration work) {
        if (quiet == null) return now.plus(work);
        var from = openedAt(now).isPresent() ? now : opensNext(now);
        var left = work;
        while (true) {
            var closes = openedAt(from).orElse(from).plus(quiet.length());
            if (!from.plus(left).isAfter(closes)) return from.plus(left);
            left = left.minus(Duration.between(from, closes));
            from = opensNext(from);
        }
    }
}
