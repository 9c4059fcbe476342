package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Runs.State;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import org.junit.jupiter.api.Test;

class UndoOfRunsTest {

    @Test void a_run_is_undone_when_it_has_ended_and_nothing_of_it_waits() {
        assertThatCode(() -> RunState.requireEnded(run(State.CANCELLED, 0))).doesNotThrowAnyException();
        assertThatCode(() -> RunState.requireEnded(run(State.DONE, 0))).doesNotThrowAnyException();
        assertThatThrownBy(() -> RunState.requireEnded(run(State.RUNNING, 0))).hasMessageContaining("running");
        assertThatThrownBy(() -> RunState.requireEnded(run(State.CANCELLED, 880))).hasMessageContaining("880 relations");
    }

    private static Run run(State state, int waiting) {
        return new Run("7", "link", Kind.IMPORT, state, "anna", Instant.EPOCH, Instant.EPOCH, 1000, null, Map.of(Outcome.CREATED, 1000 - waiting), waiting, true, "", 0, 1);
    }
}
