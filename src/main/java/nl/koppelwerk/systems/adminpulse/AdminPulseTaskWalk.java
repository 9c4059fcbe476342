package nl.koppelwerk.systems.adminpulse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Turn;

/** A list of tasks while it is read to its end; one that had to stop goes on where it was. */
final class AdminPulseTaskWalk {

    private final AdminPulseCalls calls;
    private final int size;
    private final String relation;
    private final Taskflows found;
    private AdminPulseRounds rounds = new AdminPulseRounds();
    private Function<Taskflows, Turn> then;
    private Function<Answer, Turn> otherwise;
    private boolean isWindowed;
    private int page;

    /**
     * @param size     tasks of a page
     * @param relation whose tasks, by one of its two ids; empty for all
     */
    AdminPulseTaskWalk(AdminPulseCalls calls, int size, String relation, Instant at) {
        this.calls = calls;
        this.size = size;
        this.relation = relation;
        this.found = new Taskflows(at);
    }

    Turn goOn(Function<Taskflows, Turn> whole, Function<Answer, Turn> failure) {
        then = whole;
        otherwise = failure;
        return ask(page);
    }

    private Turn ask(int next) {
        page = next;
        return Turn.ask(calls.tasks(page, size, isWindowed, relation), calls.ofTasks(), (reply, wire) -> heard(wire)).unless(this::failed);
    }

    private Turn heard(JsonNode wire) {
        var tasks = wire.path("results");
        if (!tasks.isArray()) return otherwise.apply(calls.ofTasks().unreadable());
        tasks.forEach(found::add);
        var ids = StreamSupport.stream(tasks.spliterator(), false).map(task -> task.path("id").asText(task.toString())).toList();
        return next(rounds.after(page, wire.path("pageCount").asInt(), ids));
    }

    private Turn next(OptionalInt next) {
        if (next.isPresent()) return ask(next.getAsInt());
        if (!rounds.endedEarly()) return then.apply(found);
        // Half of the tasks would take relations out of scope.
        rounds = new AdminPulseRounds();
        page = 0;
        return otherwise.apply(calls.ofTasks().unanswered());
    }

    private Turn failed(Answer answer) {
        // The list became shorter while it was read.
        if (answer instanceof Answer.Gone && page > 0) return next(rounds.after(page, 0, List.of()));
        if (!(answer instanceof Answer.Refused) || isWindowed) return otherwise.apply(answer);
        isWindowed = true;
        return ask(0);
    }
}
