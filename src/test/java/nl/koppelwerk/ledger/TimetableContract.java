package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import org.junit.jupiter.api.Test;

/** What every ledger promises of links that do not work at any time. */
public interface TimetableContract {

    LedgerFixture ledger();

    @Test
    default void what_a_webhook_tells_a_link_that_collects_waits_until_it_is_released() {
        var link = ledger().aLink();
        ledger().links().collect(link.id(), true);
        ledger().notices().accept(List.of(told(link, "R-1", "webhook", Lane.COLLECTED)));
        ledger().advance(Duration.ofHours(3));
        assertThat(ledger().notices().claim(5)).isEmpty();
        assertThat(ledger().notices().nextDue()).isNull();

        ledger().notices().release(link.id());

        assertThat(ledger().notices().claim(5)).extracting(Claim::root).containsExactly("R-1");
    }

    @Test
    default void what_comes_of_what_was_released_to_a_run_is_the_runs_also_where_it_leads_to_other_roots() {
        var link = ledger().aLink();
        ledger().links().collect(link.id(), true);
        ledger().notices().accept(List.of(told(link, "R-1", "webhook", Lane.COLLECTED), told(link, "record", "webhook", Lane.COLLECTED)));
        var run = ledger().runs().start(link.id(), Runs.Kind.PERIODIC, "operator");

        ledger().notices().releaseTo(run);
        ledger().links().quietUntil(link.id(), ledger().now().plus(Duration.ofHours(8)));
        assertThat(ledger().notices().claim(5)).as("outside the quiet hours").isEmpty();
        ledger().links().quietUntil(link.id(), null);
        for (var claim : ledger().notices().claim(5)) {
            var look = Look.at(ledger(), claim);
            if (claim.root().equals("R-1")) look.ends(Settlement.State.IN_SYNC, Outcome.UPDATED);
            else look.isOfPartOf("record#debtor", "record#creditor").endsInSync();
        }
        assertThat(ledger().runs().find(run.id()).orElseThrow().waiting()).isEqualTo(2);
        for (var claim : ledger().notices().claim(5)) Look.at(ledger(), claim).ends(Settlement.State.IN_SYNC, Outcome.CREATED);

        assertThat(ledger().runs().find(run.id()).orElseThrow().balance()).isEqualTo(Map.of(Outcome.UPDATED, 1, Outcome.EQUAL, 1, Outcome.CREATED, 2));
    }

    @Test
    default void what_was_collected_is_worked_where_a_person_or_a_run_asks_for_it() {
        var link = ledger().aLink();
        ledger().links().collect(link.id(), true);
        for (var root : List.of("R-1", "R-2", "R-3")) ledger().notices().accept(List.of(told(link, root, "webhook", Lane.COLLECTED)));
        ledger().advance(Duration.ofSeconds(5));

        ledger().notices().accept(List.of(told(link, "R-1", "sync", Lane.LIVE), told(link, "R-2", "run", Lane.BACKFILL)));

        assertThat(ledger().notices().claim(5)).extracting(Claim::root).containsExactlyInAnyOrder("R-1", "R-2");
    }

    @Test
    default void a_webhook_does_not_send_back_what_is_asked_for_already() {
        var link = ledger().aLink();
        ledger().links().collect(link.id(), true);
        ledger().notices().accept(List.of(told(link, "R-1", "sync", Lane.LIVE), told(link, "R-1", "webhook", Lane.COLLECTED)));

        assertThat(ledger().notices().claim(5)).extracting(Claim::lane).containsExactly(Lane.LIVE);
    }

    @Test
    default void a_link_that_collects_no_longer_works_what_it_had_collected() {
        var link = ledger().aLink();
        ledger().links().collect(link.id(), true);
        ledger().notices().accept(List.of(told(link, "R-1", "webhook", Lane.COLLECTED)));

        ledger().links().collect(link.id(), false);

        assertThat(ledger().notices().claim(5)).hasSize(1);
    }

    @Test
    default void passes_over_many_rest_until_the_quiet_hours_and_edits_do_not() {
        var link = ledger().aLink();
        var opens = ledger().now().plus(Duration.ofHours(8));
        ledger().links().quietUntil(link.id(), opens);
        ledger().notices().accept(List.of(told(link, "R-1", "run", Lane.BACKFILL), told(link, "R-2", "poll", Lane.LIVE)));
        assertThat(ledger().notices().claim(5)).extracting(Claim::root).containsExactly("R-2");
        assertThat(ledger().links().find(link.id()).orElseThrow().quietUntil()).isEqualTo(opens);

        ledger().advance(Duration.ofHours(8).plusSeconds(1));

        assertThat(ledger().notices().claim(5)).extracting(Claim::root).contains("R-1");
    }

    @Test
    default void the_moment_at_which_quiet_hours_begin_is_when_there_is_something_to_do() {
        var link = ledger().aLink();
        var opens = ledger().now().plus(Duration.ofHours(8));
        ledger().notices().accept(List.of(told(link, "R-1", "run", Lane.BACKFILL)));

        ledger().links().quietUntil(link.id(), opens);

        assertThat(ledger().notices().nextDue()).isEqualTo(opens);
        ledger().links().quietUntil(link.id(), null);
        assertThat(ledger().notices().claim(5)).hasSize(1);
    }

    @Test
    default void a_turn_that_is_laid_at_a_moment_comes_then() {
        var link = ledger().aLink();
        ledger().schedules().layAt(link.id(), "times", ledger().now().plus(Duration.ofHours(2)));
        ledger().advance(Duration.ofHours(1));
        assertThat(ledger().schedules().claim(5)).isEmpty();

        ledger().schedules().layAt(link.id(), "times", ledger().now().plus(Duration.ofHours(5)));
        ledger().advance(Duration.ofHours(4));
        assertThat(ledger().schedules().claim(5)).isEmpty();
        ledger().advance(Duration.ofHours(1).plusSeconds(1));

        assertThat(ledger().schedules().claim(5)).singleElement().satisfies(due -> assertThat(due.what()).isEqualTo("times"));
    }

    @Test
    default void one_turn_is_dropped_and_the_others_stay() {
        var link = ledger().aLink();
        ledger().schedules().lay(link.id(), "poll", Duration.ofMinutes(5), true);
        ledger().schedules().lay(link.id(), "sweep", Duration.ofMinutes(5), true);

        ledger().schedules().drop(link.id(), "poll");

        assertThat(ledger().schedules().claim(5)).extracting(Schedules.Due::what).containsExactly("sweep");
    }

    @Test
    default void roots_that_have_a_relation_are_told_from_others() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        assertThat(ledger().dossiers().known(link.id(), Look.FACET, Side.SOURCE, Set.of("R-1", "R-2"))).containsExactly("R-1");
    }

    private static Hint told(Links.Link link, String root, String why, Lane lane) {
        return new Hint(link.id(), Side.SOURCE, root, lane, why, false, "", "");
    }
}
