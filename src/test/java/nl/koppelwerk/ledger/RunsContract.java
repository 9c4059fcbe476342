package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every ledger promises of runs: one of a kind, and one worker at a time. */
public interface RunsContract {

    LedgerFixture ledger();

    @Test
    default void a_link_has_one_run_of_a_kind_at_a_time() {
        var link = ledger().aLink();
        var run = ledger().runs().start(link.id(), Runs.Kind.FULL, "admin");

        assertThat(ledger().runs().start(link.id(), Runs.Kind.FULL, "other").id()).isEqualTo(run.id());
        assertThat(ledger().runs().start(link.id(), Runs.Kind.INITIAL, "admin").id()).isNotEqualTo(run.id());
        ledger().runs().change(run.id(), Runs.State.CANCELLED, "by hand");

        assertThat(ledger().runs().find(run.id()).orElseThrow().endedAt()).isNotNull();
        assertThat(ledger().runs().start(link.id(), Runs.Kind.FULL, "admin").id()).isNotEqualTo(run.id());
        assertThat(ledger().runs().of(link.id(), "", 10)).hasSize(3);
    }

    @Test
    default void one_worker_walks_a_run_until_its_lease_ends() {
        var link = ledger().aLink();
        ledger().runs().start(link.id(), Runs.Kind.FULL, "admin");

        var first = ledger().runs().claim(5).get(0);
        assertThat(ledger().runs().claim(5)).isEmpty();
        ledger().advance(Duration.ofSeconds(40));
        assertThat(ledger().runs().renew(first)).isTrue();
        ledger().advance(Duration.ofSeconds(40));
        assertThat(ledger().runs().claim(5)).isEmpty();
        ledger().advance(Duration.ofSeconds(21));

        assertThat(ledger().runs().claim(5)).hasSize(1);
        assertThat(ledger().runs().renew(first)).isFalse();
    }

    @Test
    default void a_paused_run_is_not_claimed_and_goes_on_when_it_is_resumed() {
        var link = ledger().aLink();
        var run = ledger().runs().start(link.id(), Runs.Kind.FULL, "admin");

        ledger().runs().change(run.id(), Runs.State.PAUSED, "by hand");
        assertThat(ledger().runs().claim(5)).isEmpty();
        ledger().runs().change(run.id(), Runs.State.RUNNING, "");

        assertThat(ledger().runs().claim(5)).hasSize(1);
    }
}
