package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerStampTest {

    @ParameterizedTest
    @CsvSource({
        "2025-11-18T15:03:09Z,          2025-11-18T15:01:09Z",
        "2025-11-18T00:00:30.120Z,      2025-11-17T23:58:30.120Z",
        "2025-11-18T15:03:09.1234567,   2025-11-18T15:01:09.1234567",
        "2025-11-18 15:03:09+01:00,     2025-11-18 15:01:09+01:00",
        "2025-11-18T15:03,              2025-11-18T15:01",
    })
    void a_stamp_moved_back_keeps_its_own_form(String stamp, String earlier) {
        assertThat(ServerStamp.parse(stamp).orElseThrow().minus(Duration.ofMinutes(2))).isEqualTo(earlier);
    }

    @Test
    void a_stamp_of_a_clock_that_ran_ahead_counts_as_now_in_its_own_spelling() {
        var now = java.time.Instant.parse("2026-03-02T08:00:00Z");

        assertThat(ServerStamp.notAfter("2026-03-02T09:00:00Z", now)).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(ServerStamp.notAfter("2026-03-02T09:30:00+01:00", now)).isEqualTo("2026-03-02T09:00:00+01:00");
        assertThat(ServerStamp.notAfter("2026-03-02T07:00:00Z", now)).isEqualTo("2026-03-02T07:00:00Z");
        assertThat(ServerStamp.notAfter("2026-03-02T09:00:00", now)).as("without a zone nobody can tell").isEqualTo("2026-03-02T09:00:00");
    }

    @Test
    void the_overlap_is_at_least_the_precision_of_the_stamp() {
        assertThat(ServerStamp.watermark("", "2025-11-18T15:03Z", Duration.ZERO)).isEqualTo("2025-11-18T15:02Z");
        assertThat(ServerStamp.watermark("", "2025-11-18T15:03:09Z", Duration.ZERO)).isEqualTo("2025-11-18T15:03:08Z");
    }

    @Test
    void a_watermark_never_goes_back_and_an_unreadable_stamp_leaves_it() {
        var old = "2025-11-18T15:00:00Z";

        assertThat(ServerStamp.watermark(old, "2025-11-18T15:01:00Z", Duration.ofMinutes(2))).isEqualTo(old);
        assertThat(ServerStamp.watermark(old, "yesterday", Duration.ofMinutes(2))).isEqualTo(old);
        assertThat(ServerStamp.watermark(old, "", Duration.ofMinutes(2))).isEqualTo(old);
    }
}
