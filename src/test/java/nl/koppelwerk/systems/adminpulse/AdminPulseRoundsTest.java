package nl.koppelwerk.systems.adminpulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdminPulseRoundsTest {

    private final AdminPulseRounds rounds = new AdminPulseRounds();

    @Test void a_list_in_order_is_read_once() {
        assertThat(rounds.after(0, 2, List.of("a", "b"))).hasValue(1);
        assertThat(rounds.after(1, 2, List.of("c"))).isEmpty();
    }

    @Test void a_page_that_is_asked_for_again_counts_once() {
        rounds.after(0, 2, List.of("a", "b"));
        rounds.after(0, 2, List.of("a", "b"));

        assertThat(rounds.after(1, 2, List.of("c"))).isEmpty();
    }

    @Test void a_list_that_simply_has_a_row_twice_is_read_twice_and_no_more() {
        rounds.after(0, 2, List.of("a", "b"));
        assertThat(rounds.after(1, 2, List.of("b"))).hasValue(0);
        rounds.after(0, 2, List.of("a", "b"));

        assertThat(rounds.after(1, 2, List.of("b"))).isEmpty();
    }

    @Test void a_list_that_ended_before_its_end_is_read_once_more_and_told() {
        rounds.after(0, 3, List.of("a", "b"));
        assertThat(rounds.after(1, 2, List.of("c"))).hasValue(0);
        assertThat(rounds.endedEarly()).isTrue();
        rounds.after(0, 3, List.of("a", "b"));
        rounds.after(1, 3, List.of("c", "d"));

        assertThat(rounds.after(2, 3, List.of("e"))).isEmpty();
        assertThat(rounds.endedEarly()).isFalse();
    }

    @Test void a_list_that_always_ends_early_is_not_read_for_ever() {
        rounds.after(0, 5, List.of("a"));
        assertThat(rounds.after(1, 5, List.of())).hasValue(0);
        rounds.after(0, 5, List.of("a"));

        assertThat(rounds.after(1, 5, List.of())).isEmpty();
        assertThat(rounds.endedEarly()).isTrue();
    }

    @Test void an_empty_list_ends() {
        assertThat(rounds.after(0, 0, List.of())).isEmpty();
        assertThat(rounds.endedEarly()).isFalse();
    }

    @Test void a_list_whose_order_changes_is_read_until_all_of_it_was_seen() {
        var all = new ArrayList<>(IntStream.range(0, 500).mapToObj(String::valueOf).toList());
        var seen = new HashSet<String>();
        var chance = new Random(3);

        for (var page = 0; page >= 0; ) {
            Collections.shuffle(all, chance);
            var rows = all.subList(page * 100, page * 100 + 100);
            seen.addAll(rows);
            page = rounds.after(page, 5, rows).orElse(-1);
        }

        assertThat(seen).hasSize(500);
    }
}
