package nl.koppelwerk.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {

    @Test void a_link_without_settings_works_at_any_time() {
        var timetable = of("{}");

        assertThat(timetable.collects()).isFalse();
        assertThat(timetable.next(Instant.EPOCH)).isEmpty();
        assertThat(timetable.ends(Instant.EPOCH, Duration.ofHours(1))).isEqualTo(Instant.EPOCH.plus(Duration.ofHours(1)));
    }

    @Test @Requirement("SN-05") void fixed_times_are_those_of_the_office_also_when_the_clock_changes() {
        var timetable = of("{'mode': 'scheduled', 'schedule': '0 0 7 * * ?'}");

        assertThat(timetable.collects()).isTrue();
        assertThat(timetable.next(Instant.parse("2026-03-28T06:00:00Z"))).contains(Instant.parse("2026-03-29T05:00:00Z"));
        assertThat(timetable.next(Instant.parse("2026-03-27T05:59:59Z"))).contains(Instant.parse("2026-03-27T06:00:00Z"));
    }

    @Test @Requirement("SN-05") void by_hand_has_no_fixed_times() { assertThat(of("{'mode': 'by-hand', 'schedule': '0 0 7 * * ?'}").next(Instant.EPOCH)).isEmpty(); }

    @ParameterizedTest
    @CsvSource({"2026-03-04T20:59:59Z, ", "2026-03-04T21:00:00Z, 2026-03-04T21:00:00Z", "2026-03-05T04:59:59Z, 2026-03-04T21:00:00Z", "2026-03-05T05:00:00Z, "})
    @Requirement("SN-42")
    void quiet_hours_go_on_across_midnight(Instant now, Instant opened) {
        var timetable = of("{'quietHours': '22:00-06:00'}");

        assertThat(timetable.openedAt(now).orElse(null)).isEqualTo(opened);
        assertThat(timetable.opensNext(now)).isEqualTo(now.isBefore(Instant.parse("2026-03-04T21:00:00Z")) ? Instant.parse("2026-03-04T21:00:00Z") : Instant.parse("2026-03-05T21:00:00Z"));
    }

    @Test void work_ends_in_the_night_in_which_its_last_hour_falls() {
        var timetable = of("{'quietHours': '22:00-06:00'}");

        assertThat(timetable.ends(Instant.parse("2026-03-04T12:00:00Z"), Duration.ofHours(3))).isEqualTo(Instant.parse("2026-03-05T00:00:00Z"));
        assertThat(timetable.ends(Instant.parse("2026-03-05T03:00:00Z"), Duration.ofHours(2))).isEqualTo(Instant.parse("2026-03-05T05:00:00Z"));
        assertThat(timetable.ends(Instant.parse("2026-03-05T03:00:00Z"), Duration.ofHours(12))).isEqualTo(Instant.parse("2026-03-06T23:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'mode': 'now'}|mode", "{'mode': 'scheduled'}|schedule", "{'schedule': 'every day'}|schedule", "{'quietHours': '22-6'}|quietHours",
        "{'quietHours': '22:00-22:00'}|quietHours", "{'quietHours': '24:00-06:00'}|quietHours", "{'batch': 0, 'quietHours': '22:00-06:00'}|batch",
        "{'batch': 10}|quietHours", "{'zone': 'Amsterdam'}|zone"})
    void what_is_no_timetable_is_said_by_name(String settings, String named) {
        assertThat(new CompendaSnelStart().problems(json(settings))).extracting(nl.koppelwerk.relation.Reason::subject).containsExactly(named);
    }

    private static Timetable of(String settings) {
        assertThat(new CompendaSnelStart().problems(json(settings))).isEmpty();
        return new CompendaSnelStart().timetable(json(settings));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new com.fasterxml.jackson.databind.ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
