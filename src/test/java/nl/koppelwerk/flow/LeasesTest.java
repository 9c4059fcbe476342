package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.Side;
import org.junit.jupiter.api.Test;

class LeasesTest {

    private static final Claim CLAIM = new Claim(7, "link", Side.SOURCE, "AC-1", 1, Lane.LIVE, true, 0, List.of(), Instant.EPOCH);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Set<Long> ours = Set.of(7L);

    @Test void a_claim_is_sure_while_its_lease_outlasts_a_call() {
        var leases = new Leases(new Ledger(), MINUTE.multipliedBy(2), MINUTE);

        leases.began(List.of(CLAIM), Mark.now());

        assertThat(leases.isSure(CLAIM)).isTrue();
    }

    @Test void a_process_that_was_frozen_knows_it_before_it_asks_anybody() {
        var leases = new Leases(new Ledger(), MINUTE.multipliedBy(2), MINUTE);

        leases.began(List.of(CLAIM), ago(MINUTE));

        assertThat(leases.isSure(CLAIM)).isFalse();
    }

    @Test void a_machine_whose_steady_clock_slept_knows_it_by_the_other_one() {
        var leases = new Leases(new Ledger(), MINUTE.multipliedBy(2), MINUTE);

        leases.began(List.of(CLAIM), new Mark(System.nanoTime(), System.currentTimeMillis() - MINUTE.toMillis()));

        assertThat(leases.isSure(CLAIM)).isFalse();
    }

    @Test void a_renewal_makes_it_sure_again() {
        var leases = new Leases(new Ledger(), MINUTE.multipliedBy(2), MINUTE);
        leases.began(List.of(CLAIM), ago(MINUTE));

        leases.renew();

        assertThat(leases.isSure(CLAIM)).isTrue();
    }

    @Test void a_claim_that_is_another_workers_by_now_is_never_sure_again() {
        var leases = new Leases(new Ledger(), MINUTE.multipliedBy(2), MINUTE);
        leases.began(List.of(CLAIM), Mark.now());
        ours = Set.of();

        leases.renew();

        assertThat(leases.isSure(CLAIM)).isFalse();
        assertThat(leases.isLost(CLAIM)).isTrue();
    }

    @Test void without_renewal_it_ends_by_itself() {
        var leases = new Leases(new Ledger(), Duration.ofMillis(300), Duration.ofMillis(100));
        leases.began(List.of(CLAIM), Mark.now());

        await().atMost(Duration.ofSeconds(5)).until(() -> !leases.isSure(CLAIM));
    }

    private static Mark ago(Duration time) { return new Mark(System.nanoTime() - time.toNanos(), System.currentTimeMillis() - time.toMillis()); }

    private final class Ledger implements Notices {
        @Override public Set<Long> renew(Collection<Claim> claims) { return ours; }

        @Override public void accept(List<Hint> hints) { throw new UnsupportedOperationException(); }

        @Override public List<Claim> claim(int most) { throw new UnsupportedOperationException(); }

        @Override public void putBack(Claim claim, Instant due) { throw new UnsupportedOperationException(); }

        @Override public void release(String link) { throw new UnsupportedOperationException(); }

        @Override public void releaseTo(Runs.Run run) { throw new UnsupportedOperationException(); }

        @Override public Instant nextDue() { throw new UnsupportedOperationException(); }

        @Override public Instant now() { throw new UnsupportedOperationException(); }
    }
}
