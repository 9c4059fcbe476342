package nl.koppelwerk.ledger;

import static nl.koppelwerk.ledger.Writes.done;
import static nl.koppelwerk.ledger.Writes.sent;
import static nl.koppelwerk.ledger.Writes.update;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Dossiers.Fate;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Settlement.Again;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import org.junit.jupiter.api.Test;

/** What every ledger promises of hints, rows and failures that come between two steps of a look. */
interface MeanwhileContract {

    LedgerFixture ledger();

    @Test
    default void an_observed_hint_during_a_look_that_fails_does_not_spare_it_the_read() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        hint(link, "R-1", true);

        look.fails(Cause.MAY_HEAL);

        assertThat(ledger().notices().claim(1)).singleElement().matches(claim -> claim.stale() && claim.attempts() == 0);
    }

    @Test
    default void an_account_is_left_alone_whatever_came_during_the_look() {
        var link = ledger().aLink();
        var look = Look.at(ledger(), link.id(), Side.SOURCE, "R-1");
        hint(link, "R-1", false);

        look.comesBack(new Again(Cause.ACCOUNT, null, Duration.ofHours(1))).ends(State.PENDING, Outcome.POSTPONED);

        assertThat(ledger().notices().claim(1)).isEmpty();
        assertThat(ledger().accounts().find(link.accounts().get(Side.SOURCE)).backOffUntil()).isAfter(ledger().now());
    }

    @Test
    default void what_was_tried_too_often_has_failed_in_its_run_and_as_a_relation() {
        var link = ledger().aLink();
        ledger().runs().start(link.id(), Runs.Kind.FULL, "admin");
        var run = ledger().runs().claim(1).get(0);
        ledger().notices().accept(List.of(new Hint(link.id(), Side.SOURCE, "R-1", Lane.BACKFILL, "run", false, "", run.id())));
        ledger().runs().walked(run, 1, Map.of(), null);

        for (int attempt = 0; attempt <= RetriesContract.SCHEDULE.size(); attempt++) {
            Look.at(ledger(), ledger().notices().claim(1).get(0)).comesBack(Cause.MAY_HEAL).ends(State.PENDING, Outcome.POSTPONED);
            ledger().advance(Duration.ofDays(2));
        }

        assertThat(ledger().notices().claim(1)).isEmpty();
        assertThat(ledger().runs().find(run.id()).orElseThrow().balance()).containsOnly(Map.entry(Outcome.FAILED, 1));
        assertThat(listed(link, Seen.whole(Side.SOURCE, "R-1", "Çelik", ledger().now())).state()).isEqualTo(State.FAILED);
    }

    @Test
    default void a_row_that_was_asked_for_while_a_write_is_on_its_way_is_only_a_hint() {
        var link = ledger().aLink();
        Look.at(ledger(), link.id(), Side.TARGET, "T-1").saw(Seen.whole(Side.TARGET, "T-1", "Old", ledger().now())).endsInSync();
        ledger().advance(Duration.ofSeconds(1));
        var look = Look.at(ledger(), link.id(), Side.TARGET, "T-1");
        var delivery = sent(ledger(), look, update("T-1", "New", 0));
        ledger().advance(Duration.ofSeconds(1));

        assertThat(listed(link, Seen.whole(Side.TARGET, "T-1", "Other", ledger().now())).fate()).isEqualTo(Fate.HINT);

        look.saw(Seen.whole(Side.TARGET, "T-1", "New", ledger().now().minusSeconds(2))).answered(delivery, done("")).endsInSync();
        hint(link, "T-1", Side.TARGET, true);
        var stored = Look.at(ledger(), ledger().notices().claim(1).get(0)).dossier.stored().get(Side.TARGET);
        assertThat(stored.relation().values()).isEqualTo(Seen.named("New"));
    }

    private Dossiers.Listed listed(Links.Link link, Sighting row) {
        return ledger().dossiers().observe(link.id(), Look.FACET, List.of(row), "").get(0);
    }

    private void hint(Links.Link link, String root, boolean observed) { hint(link, root, Side.SOURCE, observed); }

    private void hint(Links.Link link, String root, Side side, boolean observed) {
        ledger().notices().accept(List.of(new Hint(link.id(), side, root, Lane.LIVE, "webhook", observed, "", "")));
    }
}
