package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.ledger.Surveys.Found;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Readiness;
import nl.koppelwerk.reconcile.Readiness.Verdict;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import org.junit.jupiter.api.Test;

/** What every ledger promises of runs that only look. */
public interface SurveysContract {

    LedgerFixture ledger();

    @Test
    default void what_was_found_is_kept_in_its_order_with_its_reasons() {
        var run = aRun(Kind.CHECKLIST);
        var reason = new Reason(ReasonCode.TOO_LONG, "name", Map.of("limit", "50"));

        ledger().surveys().found(run, List.of(found("R-1", Verdict.READY, List.of()), found("R-2", Verdict.REFUSED, List.of(reason))));
        ledger().surveys().found(run, List.of(found("R-3", Verdict.INCOMPLETE, List.of(reason))));

        var kept = ledger().surveys().of(run.id(), "", 2);
        assertThat(kept).extracting(one -> one.seen().root()).containsExactly("R-1", "R-2");
        assertThat(kept.get(0).seen().relation().values().get(Fields.NAME).text()).isEqualTo("Çelik R-1");
        assertThat(kept.get(1).readiness()).isEqualTo(new Readiness(Verdict.REFUSED, List.of(reason)));
        assertThat(ledger().surveys().of(run.id(), kept.get(1).id(), 5)).extracting(one -> one.seen().root()).containsExactly("R-3");
    }

    @Test
    default void a_page_that_is_walked_again_counts_once() {
        var run = aRun(Kind.EXPORT);
        var page = List.of(found("R-1", Verdict.READY, List.of()), found("R-2", Verdict.OUT_OF_SCOPE, List.of()));

        ledger().surveys().found(run, page);
        ledger().surveys().found(run, page);

        var shown = ledger().runs().find(run.id()).orElseThrow();
        assertThat(shown.read()).isEqualTo(2);
        assertThat(shown.balance()).containsEntry(Outcome.EQUAL, 1).containsEntry(Outcome.OUT_OF_SCOPE, 1);
        assertThat(ledger().surveys().of(run.id(), "", 5)).hasSize(2);
    }

    @Test
    default void roots_that_share_a_key_are_told_as_twins() {
        var run = aRun(Kind.CHECKLIST);

        ledger().surveys().found(run, List.of(found("R-1", "68750110"), found("R-2", "69599068"), found("R-3", "68750110")));

        assertThat(ledger().surveys().of(run.id(), "", 5)).extracting(Surveys.Kept::twins).containsExactly(List.of("R-3"), List.of(), List.of("R-1"));
    }

    @Test
    default void a_link_that_is_not_active_is_looked_at_too() {
        var link = ledger().aLink();
        ledger().links().change(link.id(), Links.State.PAUSED, "");
        var survey = ledger().runs().start(link.id(), Kind.BACKUP, "operator");
        ledger().runs().start(link.id(), Kind.SAMPLE, 20, "operator");

        assertThat(ledger().runs().claim(5)).extracting(Runs.Run::id).containsExactly(survey.id());
    }

    @Test
    default void a_sample_knows_its_size() {
        var link = ledger().aLink();

        assertThat(ledger().runs().start(link.id(), Kind.SAMPLE, 20, "operator").size()).isEqualTo(20);
        assertThat(ledger().runs().start(link.id(), Kind.FULL, "operator").size()).isZero();
    }

    private Runs.Run aRun(Kind kind) {
        ledger().runs().start(ledger().aLink().id(), kind, "operator");
        return ledger().runs().claim(1).get(0);
    }

    private Found found(String root, Verdict verdict, List<Reason> reasons) {
        return new Found(Seen.whole(Side.SOURCE, root, "Çelik " + root, ledger().now()), new Readiness(verdict, reasons), List.of());
    }

    private Found found(String root, String kvk) {
        return new Found(Seen.whole(Side.SOURCE, root, "Çelik", ledger().now()), new Readiness(Verdict.READY, List.of()), List.of(new MatchKey("debtor.kvk", kvk)));
    }
}
