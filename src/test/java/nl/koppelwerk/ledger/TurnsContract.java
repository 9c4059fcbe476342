package nl.koppelwerk.ledger;

import static java.util.stream.Collectors.toList;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.koppelwerk.link.Side;
import org.junit.jupiter.api.Test;

/** What every ledger promises of the order of work between lanes and links. */
public interface TurnsContract {

    LedgerFixture ledger();

    @Test
    default void live_work_goes_before_backfill() {
        var link = ledger().aLink();
        ledger().notices().accept(many(link, Lane.BACKFILL, 50));
        ledger().advance(Duration.ofSeconds(5));
        ledger().notices().accept(List.of(hint(link, Lane.LIVE, "edit")));

        var first = ledger().notices().claim(1);

        assertThat(first).singleElement().satisfies(claim -> {
            assertThat(claim.root()).isEqualTo("edit");
            assertThat(claim.lane()).isEqualTo(Lane.LIVE);
        });
    }

    @Test
    default void a_live_hint_lifts_a_backfill_notice_and_a_backfill_hint_never_lowers_one() {
        var link = ledger().aLink();
        ledger().notices().accept(List.of(hint(link, Lane.BACKFILL, "R-1"), hint(link, Lane.LIVE, "R-1"), hint(link, Lane.BACKFILL, "R-1")));

        var claim = ledger().notices().claim(1).get(0);

        assertThat(claim.lane()).isEqualTo(Lane.LIVE);
    }

    @Test
    default void thousands_of_notices_of_one_link_do_not_delay_another_link() {
        var busy = ledger().aLink();
        var other = ledger().aLink();
        ledger().notices().accept(many(busy, Lane.LIVE, 3000));
        ledger().advance(Duration.ofMinutes(1));
        ledger().notices().accept(many(other, Lane.LIVE, 5));

        var claims = ledger().notices().claim(10);

        assertThat(claims).filteredOn(claim -> claim.link().equals(other.id())).hasSize(5);
        assertThat(claims).filteredOn(claim -> claim.link().equals(busy.id())).hasSize(5);
    }

    @Test
    default void single_claims_take_turns_too() {
        var busy = ledger().aLink();
        var other = ledger().aLink();
        ledger().notices().accept(many(busy, Lane.LIVE, 20));
        ledger().notices().accept(many(other, Lane.LIVE, 20));

        var links = range(0, 10).mapToObj(i -> ledger().notices().claim(1).get(0).link()).collect(toList());

        assertThat(links).filteredOn(busy.id()::equals).hasSize(5);
    }

    @Test
    default void within_a_link_the_one_that_was_due_first_goes_first() {
        var link = ledger().aLink();
        for (var root : List.of("third", "first", "second")) {
            ledger().notices().accept(List.of(hint(link, Lane.LIVE, root)));
            ledger().advance(Duration.ofSeconds(1));
        }

        var roots = range(0, 3).mapToObj(i -> ledger().notices().claim(1).get(0).root()).collect(toList());

        assertThat(roots).containsExactly("third", "first", "second");
    }

    @Test
    default void a_link_has_no_more_looks_in_hand_than_its_account_has_calls_at_once() {
        var link = ledger().aLink(new Accounts.Limits(0, 0, 4));
        for (int i = 0; i < 6; i++) ledger().notices().accept(List.of(hint(link, Lane.BACKFILL, "R-" + i)));

        assertThat(ledger().notices().claim(6)).hasSize(3);
        ledger().notices().accept(List.of(hint(link, Lane.LIVE, "R-live")));

        assertThat(ledger().notices().claim(6)).extracting(Claim::root).containsExactly("R-live");
    }

    @Test
    default void a_paused_link_keeps_accepting_and_hands_out_nothing() {
        var link = ledger().aLink();
        ledger().links().change(link.id(), Links.State.PAUSED, "by hand");

        ledger().notices().accept(List.of(hint(link, Lane.LIVE, "R-1")));

        assertThat(ledger().notices().claim(1)).isEmpty();
        assertThat(ledger().notices().nextDue()).isNull();
        ledger().links().change(link.id(), Links.State.ACTIVE, "");
        assertThat(ledger().notices().claim(1)).hasSize(1);
    }

    @Test
    default void the_next_due_moment_is_that_of_the_first_notice_or_lease() {
        var link = ledger().aLink();
        assertThat(ledger().notices().nextDue()).isNull();
        ledger().notices().accept(List.of(hint(link, Lane.LIVE, "R-1")));
        assertThat(ledger().notices().nextDue()).isBeforeOrEqualTo(ledger().now());

        var claim = ledger().notices().claim(1).get(0);

        assertThat(ledger().notices().nextDue()).isAfter(ledger().now());
        ledger().notices().putBack(claim, ledger().now().plusSeconds(7));
        assertThat(ledger().notices().nextDue()).isBetween(ledger().now().plusSeconds(5), ledger().now().plusSeconds(7));
    }

    private static List<Hint> many(Links.Link link, Lane lane, int count) {
        return range(0, count).mapToObj(i -> hint(link, lane, "many-" + i)).collect(toList());
    }

    private static Hint hint(Links.Link link, Lane lane, String root) {
        return new Hint(link.id(), Side.SOURCE, root, lane, "webhook", false, "", "");
    }
}
