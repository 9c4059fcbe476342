package nl.koppelwerk.systems.snelstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnelStartSinceTest {

    @ParameterizedTest @ValueSource(strings = {"2023-06-29T21:44:48.51", "2023-06-29T21:44:48", "2026-10-25T00:59:59.999", "2026-10-25T03:00:00", "2026-10-18T02:30:00"})
    void a_stamp_is_asked_for_in_the_vendors_own_spelling(String since) {
        assertThat(SnelStartSince.condition(since)).isEqualTo("ModifiedOn gt datetime'" + since + "'");
    }

    @ParameterizedTest @ValueSource(strings = {"2026-10-25T01:58:00", "2026-10-25T02:59:59.9", "2027-10-31T02:30:00"})
    void an_hour_that_comes_twice_is_asked_for_again(String since) {
        assertThat(SnelStartSince.condition(since)).isEqualTo("ModifiedOn gt datetime'" + since.substring(0, 10) + "T01:00:00'");
    }

    @ParameterizedTest @ValueSource(strings = {"", "yesterday", "2026-03-04T10:21:07Z", "2026-03-04T10:21:07' or true or '1' eq '1"}) void anything_else_asks_for_everything(String since) {
        assertThat(SnelStartSince.condition(since)).isEmpty();
    }

    @ParameterizedTest @CsvSource(nullValues = "-", value = {"-, -, ''", "5, -, Relatiecode gt 5", "5, 9, Relatiecode gt 5 and Relatiecode lt 9"})
    void a_range_is_said_by_the_operators_that_the_vendor_shows(Long above, Long below, String expected) {
        assertThat(new CodeRange(above, below).filter("").orElse("")).isEqualTo(expected);
        assertThat(new CodeRange(above, below).filter("X").orElse("")).startsWith("X").endsWith(expected);
    }

    @Test void a_range_is_halved_by_what_was_seen_of_it_and_never_to_nothing() {
        assertThat(CodeRange.ALL.less(java.util.List.of(9L, 1L, 5L, 5L))).contains(new CodeRange(null, 5L));
        assertThat(new CodeRange(3L, 6L).less(java.util.List.of(4L, 5L))).contains(new CodeRange(3L, 5L));
        assertThat(new CodeRange(3L, 5L).less(java.util.List.of(4L))).isEmpty();
    }

    @Test void the_next_range_begins_where_this_one_ended_and_is_as_wide_as_it_was_dense() {
        assertThat(new CodeRange(null, 200L).next(java.util.List.of(100L, 150L), 4)).isEqualTo(new CodeRange(199L, 400L));
        assertThat(new CodeRange(99L, 200L).next(java.util.List.of(), 4)).isEqualTo(new CodeRange(199L, null));
    }
}
