package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Runs.State;
import nl.koppelwerk.relation.Wording;
import org.junit.jupiter.api.Test;

/** What a run cannot do says what is the matter and what to do. */
class RunStateTest {

    @Test void a_run_without_a_plan_is_not_taken_for_a_plan_that_was_applied() {
        var full = RunState.notApplied(run(Kind.FULL, State.DONE, 0)).problem(Wording.EN);

        assertThat(full.errors()).extracting(Problem.Error::code).containsExactly("RUN_HAS_NO_PLAN");
        assertThat(full.detail()).isEqualTo("A run of this kind (full run) carries over by itself and has no plan to apply. To see first what would be put back, undo it or start a restore; of an import, start a preview.");
        assertThat(RunState.notApplied(run(Kind.RESTORE, State.PLANNING, 0)).problem(Wording.NL).detail()).contains("nog niet klaar");
        assertThat(RunState.notApplied(run(Kind.PREVIEW, State.DONE, 0)).problem(Wording.FR).detail()).contains("une seule fois").contains("Établissez un nouveau plan");
    }

    @Test void a_plan_that_waits_has_nothing_to_undo_and_a_run_that_goes_on_is_undone_after_its_end() {
        assertThatThrownBy(() -> RunState.requireEnded(run(Kind.RESTORE, State.PLANNED, 0))).hasMessage("The run is planned; nothing of it was written, so there is nothing to undo. Leave it, or cancel it.");
        assertThatThrownBy(() -> RunState.requireEnded(run(Kind.FULL, State.RUNNING, 3))).hasMessageEndingWith("Wait for its end, or cancel it first.");
        assertThatThrownBy(() -> RunState.requireEnded(run(Kind.FULL, State.CANCELLED, 3))).hasMessageStartingWith("3 relations");
    }

    private static Run run(Kind kind, State state, int waiting) {
        return new Run("1", "L", kind, state, "operator", Instant.EPOCH, null, waiting, null, Map.of(), waiting, true, "", 0, 0);
    }
}
