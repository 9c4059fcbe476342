package nl.koppelwerk.sandbox.adminpulse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Which tasks a list is about: of one relation, within a window of deadlines; query dates are {@code ddMMyyyy}. */
record ApTaskQuery(ApTasks tasks, ApRelations relations, SwitchPanel switches, ApErrors errors) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("ddMMyyyy");
    private static final String FROM = "deadlineFrom";
    private static final String UNTIL = "deadlineUntil";

    List<String> ids(Map<String, String> query) {
        var isOpen = !query.containsKey(FROM) || !query.containsKey(UNTIL);
        if (isOpen && switches.is("tasks-without-window", "400")) {
            throw errors.refused(400, "deadlineFrom and deadlineUntil are needed");
        }
        var of = query.containsKey("relationId") ? ofRelation(query.get("relationId")) : tasks.all();
        if (!query.containsKey(FROM) && !query.containsKey(UNTIL)) {
            return of;
        }
        var from = day(query.getOrDefault(FROM, "01010001"));
        var until = day(query.getOrDefault(UNTIL, "31129999"));
        return of.stream().filter(id -> isWithin(tasks.find(id).orElseThrow(), from, until)).toList();
    }

    /** An id of the other kind is nobody's. */
    private List<String> ofRelation(String given) {
        var byIdentifier = switches.is("relation-id", "uuid") ? List.<String>of() : tasks.of(given);
        return switches.is("relation-id", "unique-identifier") || !byIdentifier.isEmpty() ? byIdentifier : relations.ofUuid(given).map(tasks::of).orElse(List.of());
    }

    /** What has no deadline lies in no window. */
    private static boolean isWithin(ObjectNode task, LocalDate from, LocalDate until) {
        if (!task.hasNonNull("deadline")) {
            return false;
        }
        var deadline = LocalDate.parse(task.get("deadline").textValue().substring(0, 10));
        return !deadline.isBefore(from) && !deadline.isAfter(until);
    }

    private LocalDate day(String text) {
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            throw errors.refused(400, "a day is ddMMyyyy, not " + text);
        }
    }
}
