package nl.koppelwerk.systems.adminpulse;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.systems.Turn;

/** Asks of which taskflows relations are: of all at once, or of one. */
@ApplicationScoped
class AdminPulseTasks {

    private final AdminPulseCalls calls;

    AdminPulseTasks(AdminPulseCalls calls) { this.calls = calls; }

    Turn all(Function<Taskflows, Turn> then) { return new AdminPulseTaskWalk(calls, "", then, this::failed).begin(); }

    /** Which of its two ids the list wants is not known; where the first brings nothing, the other is tried, and only what is its own counts. */
    Turn of(String relation, String uuid, Function<Codes, Turn> then) {
        return new AdminPulseTaskWalk(calls, relation,
            found -> found.knows(relation) || uuid.isEmpty() ? then.apply(found.of(relation)) : byUuid(relation, uuid, then, true),
            answer -> isNoSuchId(answer) && !uuid.isEmpty() ? byUuid(relation, uuid, then, false) : failed(answer)).begin();
    }

    /** @param isHeard the other id was no wrong one: it has no tasks where this one is */
    private Turn byUuid(String relation, String uuid, Function<Codes, Turn> then, boolean isHeard) {
        return new AdminPulseTaskWalk(calls, uuid, found -> then.apply(found.of(relation)),
            answer -> isHeard && isNoSuchId(answer) ? then.apply(new Taskflows().of(relation)) : failed(answer)).begin();
    }

    private static boolean isNoSuchId(Answer answer) { return answer instanceof Answer.Gone || answer instanceof Answer.Refused; }

    private Turn failed(Answer answer) { return Turn.said(calls.ofTasks().ofList(answer)); }
}
