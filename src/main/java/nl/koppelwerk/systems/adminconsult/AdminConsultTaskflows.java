package nl.koppelwerk.systems.adminconsult;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Shelf;
import nl.koppelwerk.systems.Turn;

/** Who stands in which active taskflow, remembered for some minutes: a call for the list and one for each data set. */
@ApplicationScoped
class AdminConsultTaskflows {

    /** What is read stays, so that a reading that has to wait in its middle does not begin anew. */
    private static final class Known {

        private volatile Map<String, String> idByName;
        private volatile boolean isForbidden;
        private final Map<String, Set<String>> customers = new ConcurrentHashMap<>();
    }

    private final AdminConsultRows rows;
    private final Period deadlines;
    private final Shelf<String, Known> known;

    AdminConsultTaskflows(AdminConsultRows rows, AdminConsultChoices choices) {
        this.rows = rows;
        this.deadlines = choices.deadlines();
        this.known = new Shelf<>(choices.taskflowsReread());
    }

    /** The names of the taskflows of a customer; none is told where the key has no right on taskflows. */
    Turn of(Asked asked, Function<Optional<Function<String, List<String>>>, Turn> then) {
        var kept = known.get(asked.account().id(), account -> new Known());
        if (kept.isForbidden) return then.apply(Optional.empty());
        if (kept.idByName != null) return members(kept, asked, then);
        return active(asked, found -> {
            kept.idByName = found;
            return members(kept, asked, then);
        }, answer -> forbidden(kept, answer, then));
    }

    /** Name and number of each that is active; of two with one name the one that is listed first. */
    Turn active(Asked asked, Function<Map<String, String>, Turn> then, Function<Answer, Turn> otherwise) {
        return rows.all(AdminConsultCalls.TASKS, Query.NONE, asked, tasks -> {
            var found = new TreeMap<String, String>();
            tasks.stream().filter(task -> task.path("TaskActive").asBoolean()).forEach(task -> found.putIfAbsent(name(task), task.path("TaskId").asText("")));
            found.remove("");
            return then.apply(found);
        }, otherwise);
    }

    /** A comma stands between the codes of a set. */
    private static String name(JsonNode task) { return task.path("TaskName").asText("").replace(',', ' ').strip(); }

    private Turn members(Known kept, Asked asked, Function<Optional<Function<String, List<String>>>, Turn> then) {
        var missing = kept.idByName.values().stream().filter(task -> !kept.customers.containsKey(task)).findFirst();
        if (missing.isEmpty()) return then.apply(Optional.of(customer -> names(kept, customer)));
        return data(missing.get(), Deadlines.round(asked.at(), deadlines), asked, found -> {
            kept.customers.put(missing.get(), found);
            return members(kept, asked, then);
        }, answer -> forbidden(kept, answer, then));
    }

    /** Rows have a column for each subtask, so a data set may be more than one answer can be; it is asked for in halves of its time then. */
    private Turn data(String task, Deadlines deadlines, Asked asked, Function<Set<String>, Turn> then, Function<Answer, Turn> otherwise) {
        return rows.all(AdminConsultCalls.TASKS + "/" + Query.step(task) + "/data", deadlines.query(), asked, data -> then.apply(customers(data)),
            answer -> answer instanceof Answer.Unreadable && deadlines.canBeHalved()
                ? data(task, deadlines.earlier(), asked, first -> data(task, deadlines.later(), asked, second -> then.apply(both(first, second)), otherwise), otherwise)
                : otherwise.apply(answer));
    }

    private static Set<String> both(Set<String> one, Set<String> other) { return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet()); }

    private static Turn forbidden(Known kept, Answer answer, Function<Optional<Function<String, List<String>>>, Turn> then) {
        if (!AdminConsultPhrasing.lacksRight(answer)) return Turn.said(answer);
        kept.isForbidden = true;
        return then.apply(Optional.empty());
    }

    private static Set<String> customers(List<ObjectNode> data) { return data.stream().map(row -> row.path("CustomerId").asText("")).collect(Collectors.toSet()); }

    private static List<String> names(Known kept, String customer) {
        return kept.idByName.entrySet().stream().filter(task -> kept.customers.get(task.getValue()).contains(customer)).map(Map.Entry::getKey).toList();
    }
}
