package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import nl.koppelwerk.link.Side;
import org.junit.jupiter.api.Test;

/** What every ledger promises of turns and of the places of listings. */
public interface SchedulesContract {

    Duration FIVE_MINUTES = Duration.ofMinutes(5);

    LedgerFixture ledger();

    @Test
    default void each_turn_is_claimed_once() {
        var link = ledger().aLink();
        ledger().schedules().lay(link.id(), "poll", FIVE_MINUTES, true);
        ledger().schedules().lay(link.id(), "full", Duration.ofDays(1), false);

        var due = ledger().schedules().claim(5);

        assertThat(due).singleElement().satisfies(it -> assertThat(it.what()).isEqualTo("poll"));
        assertThat(ledger().schedules().claim(5)).isEmpty();
    }

    @Test
    default void the_next_turn_is_one_interval_after_this_one_fell_due() {
        var link = ledger().aLink();
        ledger().schedules().lay(link.id(), "poll", FIVE_MINUTES, true);
        var due = ledger().schedules().claim(5).get(0);
        ledger().advance(Duration.ofSeconds(50));

        ledger().schedules().done(due);

        ledger().advance(Duration.ofMinutes(4));
        assertThat(ledger().schedules().claim(5)).isEmpty();
        ledger().advance(Duration.ofSeconds(15));
        assertThat(ledger().schedules().claim(5)).hasSize(1);
    }

    @Test
    default void turns_that_were_missed_are_not_made_up_for() {
        var link = ledger().aLink();
        ledger().schedules().lay(link.id(), "poll", FIVE_MINUTES, true);
        ledger().advance(Duration.ofHours(3));

        ledger().schedules().done(ledger().schedules().claim(5).get(0));

        assertThat(ledger().schedules().claim(5)).isEmpty();
        ledger().advance(FIVE_MINUTES);
        assertThat(ledger().schedules().claim(5)).hasSize(1);
    }

    @Test
    default void a_dead_workers_turn_is_handed_on_and_its_done_does_nothing() {
        var link = ledger().aLink();
        ledger().schedules().lay(link.id(), "poll", FIVE_MINUTES, true);
        var dead = ledger().schedules().claim(5).get(0);
        ledger().advance(Duration.ofSeconds(61));
        assertThat(ledger().schedules().claim(5)).hasSize(1);

        ledger().schedules().done(dead);

        ledger().advance(Duration.ofSeconds(61));
        assertThat(ledger().schedules().claim(5)).hasSize(1);
    }

    @Test
    default void laying_again_changes_the_interval_and_dropping_ends_it() {
        var link = ledger().aLink();
        ledger().schedules().lay(link.id(), "poll", Duration.ofDays(1), false);

        ledger().schedules().lay(link.id(), "poll", FIVE_MINUTES, false);
        assertThat(ledger().schedules().claim(5)).isEmpty();
        ledger().advance(FIVE_MINUTES);
        var due = ledger().schedules().claim(5);
        assertThat(due).singleElement().satisfies(it -> assertThat(it.every()).isEqualTo(FIVE_MINUTES));
        ledger().schedules().done(due.get(0));
        ledger().schedules().drop(link.id());

        ledger().advance(Duration.ofDays(1));
        assertThat(ledger().schedules().claim(5)).isEmpty();
    }

    @Test
    default void a_paused_link_has_no_turns() {
        var link = ledger().aLink();
        ledger().schedules().lay(link.id(), "poll", FIVE_MINUTES, true);

        ledger().links().change(link.id(), Links.State.PAUSED, "by hand");

        assertThat(ledger().schedules().claim(5)).isEmpty();
    }

    @Test
    default void a_listing_remembers_its_place_by_link_side_and_name() {
        var link = ledger().aLink();
        var place = new Checkpoints.Place("page-7", "2026-03-02T08:00:00Z", "2026-03-01T00:00:00Z");
        ledger().checkpoints().at(link.id(), Side.SOURCE, "relations", new Checkpoints.Place("page-6", "", ""));

        ledger().checkpoints().at(link.id(), Side.SOURCE, "relations", place);

        assertThat(ledger().checkpoints().find(link.id(), Side.SOURCE, "relations")).isEqualTo(Optional.of(place));
        assertThat(ledger().checkpoints().find(link.id(), Side.TARGET, "relations")).isEmpty();
        assertThat(ledger().checkpoints().find(link.id(), Side.SOURCE, "contacts")).isEmpty();
    }
}
