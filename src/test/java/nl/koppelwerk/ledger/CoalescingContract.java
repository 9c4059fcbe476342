package nl.koppelwerk.ledger;

import static java.util.stream.Collectors.toList;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Again;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import org.junit.jupiter.api.Test;

/** What every ledger promises of many hints for one root: one notice, and no hint lost in a look that is under way. */
public interface CoalescingContract {

    LedgerFixture ledger();

    @Test
    default void a_hundred_hints_for_one_root_are_one_notice() {
        var link = ledger().aLink();

        ledger().notices().accept(range(0, 100).mapToObj(i -> hint(link, "R-1", "webhook")).collect(toList()));
        ledger().notices().accept(List.of(hint(link, "R-1", "poll")));

        var claims = ledger().notices().claim(10);
        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.root()).isEqualTo("R-1");
            assertThat(claim.reasons()).containsExactly("webhook", "poll");
            assertThat(claim.stale()).isTrue();
            assertThat(claim.attempts()).isZero();
        });
    }

    @Test
    default void what_is_told_again_right_after_it_was_read_waits_a_little_so_that_a_burst_costs_two_looks() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").saw(Seen.whole(Side.SOURCE, "R-1", "Bakker B.V.", ledger().now())).endsInSync();

        ledger().notices().accept(List.of(hint(link, "R-1", "webhook")));
        var atOnce = ledger().notices().claim(1);
        ledger().notices().accept(List.of(hint(link, "R-1", "webhook"), observed(link, "R-2")));
        ledger().advance(Look.A_LITTLE);

        assertThat(atOnce).isEmpty();
        assertThat(ledger().notices().claim(5)).extracting(Claim::root).containsExactlyInAnyOrder("R-1", "R-2");
    }

    @Test
    default void an_observed_hint_is_not_stale_unless_the_notice_already_was() {
        var link = ledger().aLink();
        ledger().notices().accept(List.of(observed(link, "R-1"), hint(link, "R-2", "webhook"), observed(link, "R-2")));

        var claims = ledger().notices().claim(2);

        assertThat(claims).filteredOn(claim -> claim.root().equals("R-1")).singleElement().matches(claim -> !claim.stale());
        assertThat(claims).filteredOn(claim -> claim.root().equals("R-2")).singleElement().matches(Claim::stale);
    }

    @Test
    default void a_hint_that_comes_during_a_look_brings_the_root_back() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        ledger().notices().accept(List.of(hint(link, "R-1", "webhook")));
        assertThat(ledger().notices().claim(1)).isEmpty();
        look.endsInSync();
        assertThat(ledger().notices().claim(1)).as("what else comes in this moment is seen by the same look").isEmpty();
        ledger().advance(Look.A_LITTLE);

        var again = ledger().notices().claim(1);
        assertThat(again).singleElement().satisfies(claim -> {
            assertThat(claim.stale()).isTrue();
            assertThat(claim.generation()).isGreaterThan(look.claim.generation());
        });
    }

    @Test
    default void an_observed_hint_during_a_look_that_read_is_not_stale_afterwards() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        ledger().notices().accept(List.of(observed(link, "R-1")));

        look.endsInSync();

        assertThat(ledger().notices().claim(1)).singleElement().matches(claim -> !claim.stale());
    }

    @Test
    default void a_look_that_comes_back_reads_even_if_its_hint_was_observed() {
        var link = ledger().aLink();
        ledger().notices().accept(List.of(observed(link, "R-1")));
        var look = Look.at(ledger(), ledger().notices().claim(1).get(0));

        look.comesBack(new Again(Cause.LOOK_LATER, ledger().now().plusSeconds(5), null)).ends(State.PENDING, Outcome.POSTPONED);

        ledger().advance(Duration.ofSeconds(6));
        assertThat(ledger().notices().claim(1)).singleElement().matches(Claim::stale);
    }

    private static Hint hint(Links.Link link, String root, String why) { return Hint.of(link.id(), Side.SOURCE, root, why); }

    private static Hint observed(Links.Link link, String root) {
        return new Hint(link.id(), Side.SOURCE, root, Lane.LIVE, "poll", true, "", "");
    }
}
