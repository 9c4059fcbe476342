package nl.koppelwerk.ledger;

import static java.util.stream.Collectors.toList;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.link.Side;
import org.junit.jupiter.api.Test;

/** What every ledger promises of claims and their leases. */
public interface NoticesContract {

    LedgerFixture ledger();

    @Test
    default void two_workers_never_hold_the_same_notice() {
        var link = ledger().aLink();
        ledger().notices().accept(range(0, 5).mapToObj(i -> hint(link, "R-" + i, "poll")).collect(toList()));

        var first = ledger().notices().claim(3);
        var second = ledger().notices().claim(3);

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2).noneMatch(claim -> first.stream().anyMatch(mine -> mine.root().equals(claim.root())));
        assertThat(ledger().notices().claim(3)).isEmpty();
    }

    @Test
    default void a_lease_that_ends_hands_the_work_on_and_the_old_worker_finishes_nothing() {
        var link = ledger().aLink();
        var frozen = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        ledger().advance(Duration.ofSeconds(61));
        var next = Look.at(ledger(), ledger().notices().claim(1).get(0));

        assertThat(ledger().notices().renew(List.of(frozen.claim))).isEmpty();
        assertThat(frozen.pairs(Side.TARGET, "T-1").endsInSync()).isFalse();
        assertThat(next.dossier.pair().isPaired()).isFalse();
        assertThat(next.endsInSync()).isTrue();
        assertThat(ledger().notices().claim(1)).isEmpty();
    }

    @Test
    default void a_renewed_lease_keeps_the_work() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");

        ledger().advance(Duration.ofSeconds(40));
        var ours = ledger().notices().renew(List.of(look.claim));
        ledger().advance(Duration.ofSeconds(40));

        assertThat(ours).isEqualTo(Set.of(look.claim.token()));
        assertThat(ledger().notices().claim(1)).isEmpty();
        assertThat(look.endsInSync()).isTrue();
    }

    @Test
    default void a_claim_that_is_given_back_waits_until_its_moment_and_counts_nothing() {
        var link = ledger().aLink();
        ledger().notices().accept(List.of(hint(link, "R-1", "poll")));
        var claim = ledger().notices().claim(1).get(0);

        ledger().notices().putBack(claim, ledger().now().plusSeconds(20));
        assertThat(ledger().notices().claim(1)).isEmpty();
        ledger().advance(Duration.ofSeconds(21));

        var again = ledger().notices().claim(1);
        assertThat(again).singleElement().satisfies(next -> assertThat(next.attempts()).isZero());
    }

    private static Hint hint(Links.Link link, String root, String why) { return Hint.of(link.id(), Side.SOURCE, root, why); }
}
