package nl.koppelwerk.systems.adminpulse;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Shelf;
import nl.koppelwerk.systems.Turn;

/** Asks of which taskflows relations are: of all at once, or of one. */
@ApplicationScoped
class AdminPulseTasks {

    private final AdminPulseCalls calls;
    private final int size;
    /** By account. The tasks of a large office may be more than its budget of a minute: what was read of them is not read again. */
    private final Shelf<String, Optional<AdminPulseTaskWalk>> unfinished;
    private final Shelf<String, Optional<References>> names;

    AdminPulseTasks(AdminPulseCalls calls, AdminPulseChoices choices) {
        this.calls = calls;
        this.size = choices.page();
        this.unfinished = new Shelf<>(choices.taskflows());
        this.names = new Shelf<>(choices.taskflows());
    }

    Turn all(Asked asked, Function<Taskflows, Turn> then) {
        var account = asked.account().id();
        var walk = takeUp(account).orElseGet(() -> new AdminPulseTaskWalk(calls, size, "", asked.at()));
        return walk.goOn(found -> then.apply(named(account, found)), answer -> stopped(account, walk, answer));
    }

    /** Their names need not be younger than the last pass. */
    Turn names(Asked asked) {
        return names.get(asked.account().id(), none -> Optional.empty()).map(Turn::said)
            .orElseGet(() -> all(asked, found -> Turn.said(found.references())));
    }

    private Taskflows named(String account, Taskflows found) {
        put(names, account, found.references());
        return found;
    }

    private Turn stopped(String account, AdminPulseTaskWalk walk, Answer answer) {
        if (answer instanceof Answer.Throttled || answer instanceof Answer.Unanswered) put(unfinished, account, walk);
        return failed(answer);
    }

    /** Two cannot go on with the same. */
    private synchronized Optional<AdminPulseTaskWalk> takeUp(String account) {
        var walk = unfinished.get(account, none -> Optional.empty());
        unfinished.forget(account);
        return walk;
    }

    private synchronized <T> void put(Shelf<String, Optional<T>> shelf, String account, T value) {
        shelf.forget(account);
        shelf.get(account, none -> Optional.of(value));
    }

    /** Which of its two ids the list wants is not known; where the first brings nothing, the other is tried, and only what is its own counts. */
    Turn of(String relation, String uuid, Asked asked, Function<Codes, Turn> then) {
        return new AdminPulseTaskWalk(calls, size, relation, asked.at()).goOn(
            found -> found.knows(relation) || uuid.isEmpty() ? then.apply(found.of(relation)) : byUuid(relation, uuid, asked, then, true),
            answer -> isNoSuchId(answer) && !uuid.isEmpty() ? byUuid(relation, uuid, asked, then, false) : failed(answer));
    }

    /** @param isHeard the other id was no wrong one: it has no tasks where this one is */
    private Turn byUuid(String relation, String uuid, Asked asked, Function<Codes, Turn> then, boolean isHeard) {
        return new AdminPulseTaskWalk(calls, size, uuid, asked.at()).goOn(found -> then.apply(found.of(relation)),
            answer -> isHeard && isNoSuchId(answer) ? then.apply(Codes.of(List.of())) : failed(answer));
    }

    private static boolean isNoSuchId(Answer answer) { return answer instanceof Answer.Gone || answer instanceof Answer.Refused; }

    private Turn failed(Answer answer) { return Turn.said(calls.ofTasks().ofList(answer)); }
}
