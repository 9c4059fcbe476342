package nl.koppelwerk.api;

import java.util.EnumSet;
import java.util.Set;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Runs.State;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Said;

/** What a run cannot do as it is, with what its caller can do instead. */
final class RunState {

    private static final Set<Kind> PLANS = EnumSet.of(Kind.PREVIEW, Kind.RESTORE);
    private static final Set<State> ENDED = EnumSet.of(State.DONE, State.CANCELLED, State.FAILED);
    private static final Set<State> NOT_APPLIED = EnumSet.of(State.PLANNING, State.PLANNED);

    private RunState() {}

    static Refusal conflict(Run run) { return conflict(run, Phrase.RUN_IS); }

    /** A run that just carries over, or one whose plan is not ready or no longer waits. */
    static Refusal notApplied(Run run) {
        if (!PLANS.contains(run.kind())) return Refusal.conflict("RUN_HAS_NO_PLAN", Phrase.RUN_HAS_NO_PLAN.with("kind", word("run-kind.", run.kind())));
        return conflict(run, run.state() == State.PLANNING ? Phrase.PLAN_NOT_READY : Phrase.PLAN_APPLIED_ONCE);
    }

    /** What a cancelled run had read already goes on being worked: a plan would know only half of it. */
    static void requireEnded(Run run) {
        if (NOT_APPLIED.contains(run.state())) throw conflict(run, Phrase.NOTHING_TO_UNDO);
        if (!ENDED.contains(run.state())) throw conflict(run, Phrase.RUN_NOT_ENDED);
        if (run.waiting() > 0) throw Refusal.conflict("RUN_STILL_WORKED", Phrase.RUN_STILL_WORKED.with("waiting", run.waiting()));
    }

    private static Refusal conflict(Run run, Phrase why) { return Refusal.conflict("RUN_" + run.state(), why.with("state", word("run-state.", run.state()))); }

    private static String word(String group, Enum<?> constant) { return Said.word(group + Words.of(constant)); }
}
