package nl.koppelwerk.systems.adminpulse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Turn;

/** A list of tasks while it is read to its end. */
final class AdminPulseTaskWalk {

    private static final int PAGE = 400;

    private final AdminPulseCalls calls;
    private final String relation;
    private final Function<Taskflows, Turn> then;
    private final Function<Answer, Turn> otherwise;
    private final Taskflows found = new Taskflows();
    private final AdminPulseRounds rounds = new AdminPulseRounds();
    private boolean isWindowed;

    /** @param relation whose tasks, by one of its two ids; empty for all */
    AdminPulseTaskWalk(AdminPulseCalls calls, String relation, Function<Taskflows, Turn> then, Function<Answer, Turn> otherwise) {
        this.calls = calls;
        this.relation = relation;
        this.then = then;
        this.otherwise = otherwise;
    }

    Turn begin() { return ask(0); }

    private Turn ask(int page) {
        return Turn.ask(calls.tasks(page, PAGE, isWindowed, relation), calls.ofTasks(), (reply, wire) -> heard(page, wire)).unless(answer -> failed(page, answer));
    }

    private Turn heard(int page, JsonNode wire) {
        var tasks = wire.path("results");
        if (!tasks.isArray()) return otherwise.apply(calls.ofTasks().unreadable());
        tasks.forEach(found::add);
        var ids = StreamSupport.stream(tasks.spliterator(), false).map(task -> task.path("id").asText(task.toString())).toList();
        return goOn(rounds.after(page, wire.path("pageCount").asInt(), ids));
    }

    private Turn goOn(OptionalInt next) { return next.isPresent() ? ask(next.getAsInt()) : then.apply(found); }

    private Turn failed(int page, Answer answer) {
        // The list became shorter while it was read.
        if (answer instanceof Answer.Gone && page > 0) return goOn(rounds.after(page, 0, List.of()));
        if (!(answer instanceof Answer.Refused) || isWindowed) return otherwise.apply(answer);
        isWindowed = true;
        return ask(0);
    }
}
