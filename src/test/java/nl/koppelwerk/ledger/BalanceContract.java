package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import org.junit.jupiter.api.Test;

/** What every ledger promises of the balance of a run: it adds up at every moment, and each root is counted once. */
public interface BalanceContract {

    LedgerFixture ledger();

    @Test
    default void a_run_ends_with_its_last_notice_and_its_balance_adds_up() {
        var link = ledger().aLink();
        var run = begun(link);
        ledger().notices().accept(List.of(hint(link, run, "R-1"), hint(link, run, "R-2"), hint(link, run, "R-3")));
        ledger().runs().walked(run, 10, Map.of(Outcome.EQUAL, 7), 10);
        assertThat(balanced(run).waiting()).isEqualTo(3);

        look("R-1").ends(State.IN_SYNC, Outcome.CREATED);
        look("R-2").ends(State.HELD, Outcome.HELD);
        ledger().runs().walkedAll(run, "");
        assertThat(balanced(run).state()).isEqualTo(Runs.State.RUNNING);
        look("R-3").fails(Cause.WILL_NOT_HEAL);

        var ended = balanced(run);
        assertThat(ended.state()).isEqualTo(Runs.State.DONE);
        assertThat(ended.endedAt()).isNotNull();
        assertThat(ended.read()).isEqualTo(10);
        assertThat(ended.total()).isEqualTo(10);
        assertThat(ended.waiting()).isZero();
        assertThat(ended.balance()).containsOnly(Map.entry(Outcome.EQUAL, 7), Map.entry(Outcome.CREATED, 1), Map.entry(Outcome.HELD, 1),
            Map.entry(Outcome.FAILED, 1));
    }

    @Test
    default void a_run_without_notices_ends_when_all_pages_are_walked() {
        var run = begun(ledger().aLink());
        ledger().runs().walked(run, 3, Map.of(Outcome.EQUAL, 2, Outcome.OUT_OF_SCOPE, 1), null);

        ledger().runs().walkedAll(run, "");

        assertThat(balanced(run).state()).isEqualTo(Runs.State.DONE);
        assertThat(balanced(run).total()).isNull();
        assertThat(ledger().runs().claim(5)).isEmpty();
    }

    @Test
    default void a_look_that_comes_back_is_counted_once_when_it_is_final() {
        var link = ledger().aLink();
        var run = begun(link);
        ledger().notices().accept(List.of(hint(link, run, "R-1")));
        ledger().runs().walked(run, 1, Map.of(), null);

        look("R-1").fails(Cause.MAY_HEAL);
        assertThat(balanced(run).waiting()).isEqualTo(1);
        ledger().advance(Duration.ofSeconds(20));
        look("R-1").fails(Cause.LOOK_LATER);
        assertThat(balanced(run).balance()).isEmpty();
        ledger().advance(Duration.ofMinutes(1));
        look("R-1").ends(State.IN_SYNC, Outcome.UPDATED);
        Look.at(ledger(), link.id(), Side.SOURCE, "R-1").endsInSync();

        assertThat(balanced(run).balance()).containsOnly(Map.entry(Outcome.UPDATED, 1));
    }

    @Test
    default void a_run_counts_a_root_once_however_often_it_hints_at_it() {
        var link = ledger().aLink();
        var run = begun(link);
        ledger().notices().accept(List.of(hint(link, run, "R-1"), hint(link, run, "R-1")));
        look("R-1").endsInSync();
        ledger().notices().accept(List.of(hint(link, run, "R-1")));
        look("R-1").endsInSync();

        assertThat(ledger().runs().find(run.id()).orElseThrow().balance()).containsOnly(Map.entry(Outcome.EQUAL, 1));
    }

    @Test
    default void a_hint_that_comes_during_the_look_does_not_keep_the_run_waiting() {
        var link = ledger().aLink();
        var run = begun(link);
        ledger().notices().accept(List.of(hint(link, run, "R-1")));
        ledger().runs().walked(run, 1, Map.of(), null);
        var look = look("R-1");
        ledger().notices().accept(List.of(Hint.of(link.id(), Side.SOURCE, "R-1", "webhook")));

        look.endsInSync();

        assertThat(balanced(run).waiting()).isZero();
        ledger().advance(Look.A_LITTLE);
        look("R-1").endsInSync();
        assertThat(balanced(run).balance()).containsOnly(Map.entry(Outcome.EQUAL, 1));
    }

    @Test
    default void a_run_that_hints_during_a_look_waits_for_the_next_one() {
        var link = ledger().aLink();
        var run = begun(link);
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        ledger().notices().accept(List.of(hint(link, run, "R-1")));
        ledger().runs().walked(run, 1, Map.of(), null);

        look.ends(State.IN_SYNC, Outcome.CREATED);

        assertThat(balanced(run).waiting()).isEqualTo(1);
        look("R-1").ends(State.IN_SYNC, Outcome.UPDATED);
        assertThat(balanced(run).balance()).containsOnly(Map.entry(Outcome.UPDATED, 1));
    }

    private Runs.Run begun(Links.Link link) {
        ledger().runs().start(link.id(), Runs.Kind.FULL, "admin");
        return ledger().runs().claim(1).get(0);
    }

    private Look look(String root) {
        var claim = ledger().notices().claim(1).get(0);
        assertThat(claim.root()).isEqualTo(root);
        return Look.at(ledger(), claim);
    }

    private Runs.Run balanced(Runs.Run claim) {
        var run = ledger().runs().find(claim.id()).orElseThrow();
        int outcomes = run.balance().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(run.read()).isEqualTo(outcomes + run.waiting());
        return run;
    }

    private static Hint hint(Links.Link link, Runs.Run run, String root) {
        return new Hint(link.id(), Side.SOURCE, root, Lane.BACKFILL, "run", true, "", run.id());
    }
}
