package nl.koppelwerk.systems.adminconsult;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeWindowTest {

    private static final int MOST = 10;

    /** However many rows a second has, and in whatever order a full answer shows which of them. */
    @ParameterizedTest
    @CsvSource({"1, 1, false", "25, 3, false", "25, 3, true", "300, 1, true", "300, 40, true", "9, 9, true", "10, 1, true"})
    void every_row_is_seen_in_some_window_that_is_whole(int many, int aSecond, boolean shuffled) {
        var log = log(many, aSecond);

        var seen = walk(log, ChangeWindow.since("2026-11-26 20:45:00"), shuffled);

        assertThat(seen).hasSize(many);
    }

    @Test void a_window_goes_out_in_the_words_of_the_vendor() {
        var second = new ChangeWindow(LocalDateTime.parse("2026-11-27T22:45:00"), LocalDateTime.parse("2026-11-27T22:45:01"), 7L, 9L);

        assertThat(second.filter()).isEqualTo("TableName in ('CUSTOMER','CUSTOMER_ADRESS','CUSTOMER_EMAIL') and DateAction ge '2026-11-27 22:45:00'"
            + " and DateAction lt '2026-11-27 22:45:01' and l.LogId gt 7 and l.LogId le 9");
        assertThat(ChangeWindow.of(second.position())).isEqualTo(second);
    }

    @Test void the_hour_that_comes_twice_is_asked_for_from_its_beginning() {
        assertThat(ChangeWindow.since("2026-10-25 02:40:00").filter()).contains("ge '2026-10-25 02:00:00'");
        assertThat(ChangeWindow.since("2026-10-25T03:00:00.123Z").filter()).contains("ge '2026-10-25 03:00:00'");
    }

    @Test void what_cannot_be_told_apart_cannot_be_narrowed() {
        var second = new ChangeWindow(LocalDateTime.parse("2026-11-27T22:45:00"), LocalDateTime.parse("2026-11-27T22:45:01"), null, null);

        assertThat(second.less(Collections.nCopies(MOST, new ChangeWindow.Place(second.from(), 0L)))).isEmpty();
    }

    private static List<ChangeWindow.Place> log(int many, int aSecond) {
        var log = new ArrayList<ChangeWindow.Place>();
        for (int i = 0; i < many; i++) log.add(new ChangeWindow.Place(LocalDateTime.parse("2026-11-27T22:45:00").plusSeconds(i / aSecond), 60_000_001L + i));
        return log;
    }

    private static Set<Long> walk(List<ChangeWindow.Place> log, ChangeWindow start, boolean shuffled) {
        var seen = new HashSet<Long>();
        var window = start;
        for (int calls = 0; window != null; calls++) {
            assertThat(calls).isLessThan(2_000);
            var rows = answer(log, window, shuffled ? new Random(calls) : null);
            if (rows.size() < MOST) rows.forEach(row -> seen.add(row.number()));
            window = rows.size() < MOST ? window.next().map(next -> ChangeWindow.of(next.position())).orElse(null) : window.less(rows).orElseThrow();
        }
        return seen;
    }

    private static List<ChangeWindow.Place> answer(List<ChangeWindow.Place> log, ChangeWindow window, Random order) {
        var rows = new ArrayList<>(log.stream().filter(row -> !row.at().isBefore(window.from()) && (window.to() == null || row.at().isBefore(window.to()))
            && (window.above() == null || row.number() > window.above()) && (window.upTo() == null || row.number() <= window.upTo())).toList());
        if (order != null) Collections.shuffle(rows, order);
        return rows.stream().limit(MOST).toList();
    }
}
