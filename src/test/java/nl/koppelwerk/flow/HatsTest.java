package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Surveys;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Readiness.Verdict;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs over a CRM that shows each relation once as debtor and once as creditor. */
class HatsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Hub hub = Hub.startedForBookkeeping();
    private final String link = hub.aBookkeepingLink();

    @AfterEach void stop() { hub.close(); }

    @Test @Requirement("SN-01") void a_hat_that_is_not_worn_is_passed_over_and_counts_nowhere() {
        relation("CMP-1", "Çelik B.V.", "DEBTOR");
        relation("CMP-2", "Sørensen", "DEBTOR,CREDITOR");
        relation("CMP-3", "Prospect", "PROSPECT");

        var run = done(hub.runs.start(link, Runs.Kind.INITIAL, "operator"));

        assertThat(run.read()).isEqualTo(4);
        assertThat(run.balance()).containsEntry(Outcome.CREATED, 3).containsEntry(Outcome.OUT_OF_SCOPE, 1);
        assertThat(known("CMP-1#debtor", "CMP-1#creditor", "CMP-2#debtor", "CMP-2#creditor", "CMP-3#debtor", "CMP-3#creditor"))
            .containsExactlyInAnyOrder("CMP-1#debtor", "CMP-2#debtor", "CMP-2#creditor", "CMP-3#debtor");
        assertThat(hub.target.records.values()).extracting(relatie -> relatie.values().get(Fields.RELATION_TYPES).text()).containsExactlyInAnyOrder("DEBTOR", "DEBTOR", "CREDITOR");
    }

    @Test @Requirement("SN-01") void a_hat_that_was_taken_off_is_looked_at_where_it_was_worn_before() {
        relation("CMP-1", "Çelik B.V.", "DEBTOR");
        done(hub.runs.start(link, Runs.Kind.INITIAL, "operator"));
        relation("CMP-1", "Çelik B.V.", "CREDITOR");
        hub.ledger.advance(Duration.ofMinutes(1));

        var run = done(hub.runs.start(link, Runs.Kind.FULL, "operator"));

        assertThat(run.balance()).containsEntry(Outcome.CREATED, 1).as("its relation and its relatie").containsEntry(Outcome.OUT_OF_SCOPE, 2);
        assertThat(hub.target.records).as("nothing is removed").hasSize(2);
    }

    @Test @Requirement("SN-43") void a_sample_ends_after_as_many_as_go_over_and_sets_no_watermark() {
        for (int i = 1; i <= 4; i++) relation("CMP-0" + i, "Prospect " + i, "PROSPECT");
        for (int i = 1; i <= 9; i++) relation("CMP-1" + i, "Naam " + i, "DEBTOR");

        var run = done(hub.runs.start(link, Runs.Kind.SAMPLE, 5, "operator"));

        assertThat(run.read()).isEqualTo(5);
        assertThat(run.balance()).containsEntry(Outcome.CREATED, 5);
        assertThat(hub.target.records).hasSize(5);
        assertThat(hub.checkpoints.find(link, Side.SOURCE, "relations")).isEmpty();
        var all = done(hub.runs.start(link, Runs.Kind.INITIAL, "operator"));
        assertThat(all.read()).isEqualTo(13);
        assertThat(hub.target.records).hasSize(9);
    }

    @Test @Requirement("SN-43") void a_sample_that_asks_for_more_than_there_is_ends_with_what_there_is() {
        relation("CMP-1", "Çelik B.V.", "DEBTOR");

        assertThat(done(hub.runs.start(link, Runs.Kind.SAMPLE, 5, "operator")).read()).isEqualTo(1);
    }

    @Test @Requirement({"SN-41", "SN-44"}) void a_survey_leaves_no_notice_no_observation_and_no_watermark() {
        for (int i = 1; i <= 7; i++) relation("CMP-1" + i, "Naam " + i, i % 2 == 0 ? "DEBTOR" : "PROSPECT");

        for (var kind : List.of(Runs.Kind.CHECKLIST, Runs.Kind.EXPORT, Runs.Kind.BACKUP)) {
            var run = done(hub.runs.start(link, kind, "operator"));
            assertThat(run.read()).isEqualTo(kind == Runs.Kind.BACKUP ? 0 : 7);
        }

        assertThat(hub.ledger.calls("Notices.accept")).isZero();
        assertThat(hub.ledger.calls("Dossiers.observe")).isZero();
        assertThat(hub.checkpoints.find(link, Side.SOURCE, "relations")).isEmpty();
        assertThat(hub.target.writes).isEmpty();
    }

    @Test @Requirement("SN-41") void a_checklist_keeps_its_verdict_of_each_relation_and_its_twins() {
        relation("CMP-11", "Çelik B.V.", "DEBTOR");
        relation("CMP-12", "Prospect", "PROSPECT");

        var run = done(hub.runs.start(link, Runs.Kind.CHECKLIST, "operator"));

        assertThat(hub.ledger.port(Surveys.class).of(run.id(), "", 9)).extracting(kept -> kept.seen().root(), kept -> kept.readiness().verdict())
            .containsExactly(org.assertj.core.api.Assertions.tuple("CMP-11#debtor", Verdict.READY), org.assertj.core.api.Assertions.tuple("CMP-12#debtor", Verdict.OUT_OF_SCOPE));
    }

    /** As Compenda's connector shows it. */
    private void relation(String id, String name, String roles) {
        for (var hat : List.of("debtor", "creditor")) hub.source.relation(id, hat, name, roles);
    }

    private Set<String> known(String... roots) { return hub.dossiers.known(link, Pair.FACET, Side.SOURCE, Set.of(roots)); }

    private Runs.Run done(Runs.Run run) {
        await().atMost(LIMIT).until(() -> hub.runs.find(run.id()).orElseThrow().state() == Runs.State.DONE);
        return hub.runs.find(run.id()).orElseThrow();
    }
}
