package nl.koppelwerk.sandbox.adminconsult;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;

/** Taskflows and their data sets: who stands in one has a row with a deadline each year; all come at once. */
final class AdcTaskflows {

    private static final List<String> FIELDS = List.of("TaskId", "TaskName", "TaskActive");
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);

    private final AdcRecords records;
    private final AdcPages pages;
    private final AdcErrors errors;

    AdcTaskflows(AdcRecords records, AdcPages pages, AdcErrors errors) {
        this.records = records;
        this.pages = pages;
        this.errors = errors;
    }

    Answer tasks(Call call) {
        var filter = pages.filter(call, FIELDS);
        var items = Json.array();
        records.taskflows().stream().filter(filter.fits()).forEach(items::add);
        return pages.whole(items);
    }

    Answer data(Call call, String task) {
        var found = records.taskflows().stream().filter(one -> one.get("TaskId").asText().equals(task)).findFirst().orElseThrow(errors::nothingFound);
        var from = day(call, "datefrom", FIRST);
        var to = day(call, "dateto", LAST);
        var items = Json.array();
        records.customers(AdcFilter.ALL).filter(customer -> standsIn(customer, found.get("TaskName").textValue()))
                .flatMap(customer -> rows(customer, found, from, to)).forEach(items::add);
        return pages.whole(items);
    }

    private static boolean standsIn(ObjectNode customer, String name) {
        return StreamSupport.stream(customer.path("taskflows").spliterator(), false).anyMatch(one -> one.asText().equals(name));
    }

    private static Stream<ObjectNode> rows(ObjectNode customer, ObjectNode task, LocalDate from, LocalDate to) {
        var id = customer.get("CustomerId").longValue();
        return IntStream.rangeClosed(from.getYear(), to.getYear()).mapToObj(year -> LocalDate.of(year, 7, 15)).filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .map(day -> Json.object().put("Id", id * 100 + day.getYear() % 100).put("TaskPlanningId", task.get("TaskId").longValue() * 10).put("ProjectId", 15_103)
                        .put("CustomerId", id).put("Deadline", day.toString()).put("Vragenlijst verstuurd(31)", 1).put("Vragenlijst verstuurd(31) who", "an.d"));
    }

    private LocalDate day(Call call, String name, LocalDate standard) {
        var text = call.query().getOrDefault(name, "");
        try {
            return text.isEmpty() ? standard : LocalDate.parse(text);
        } catch (DateTimeException none) {
            throw errors.refused(400, name + " is no date");
        }
    }
}
