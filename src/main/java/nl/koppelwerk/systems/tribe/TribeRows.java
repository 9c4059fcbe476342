package nl.koppelwerk.systems.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;

/** All records of a set that meet a condition, page by page by their id, told apart by it. */
@ApplicationScoped
class TribeRows {

    private final TribeCalls calls;
    private final TribeChoices choices;

    TribeRows(TribeCalls calls, TribeChoices choices) {
        this.calls = calls;
        this.choices = choices;
    }

    /** @param condition of OData; empty for all */
    Turn all(String set, String condition, String expand, Function<List<JsonNode>, Turn> then) {
        return after("", set, condition, expand, new LinkedHashMap<>(), then);
    }

    private Turn after(String last, String set, String condition, String expand, Map<String, JsonNode> found,
                       Function<List<JsonNode>, Turn> then) {
        var filter = Stream.of(condition, last.isEmpty() ? "" : "ID gt " + last).filter(part -> !part.isEmpty()).collect(Collectors.joining(" and "));
        var query = Query.NONE.andIf(!filter.isEmpty(), "$filter", filter)
            .andIf(!expand.isEmpty(), "$expand", expand).and("$orderby", "ID").and("$top", choices.page()).and("$count", true);
        return Turn.ask(calls.get(set, query), calls.replies(), (reply, wire) -> {
            if (!wire.path("value").isArray()) return Turn.said(calls.replies().unreadable());
            var newest = add(wire, found);
            if (isEnd(wire, newest.size())) return then.apply(List.copyOf(found.values()));
            // More were promised than came: a cut page is no answer, and must not look like parts that are gone.
            return newest.isEmpty() ? Turn.said(calls.replies().unanswered()) : after(newest.get(newest.size() - 1), set, condition, expand, found, then);
        }).unless(answer -> Turn.said(calls.replies().ofList(answer)));
    }

    private static List<String> add(ObjectNode wire, Map<String, JsonNode> found) {
        var ids = new java.util.TreeSet<String>();
        for (var row : wire.path("value")) {
            var record = WireCase.vendors(row);
            ids.add(record.path("ID").asText());
            found.put(record.path("ID").asText(), record);
        }
        return List.copyOf(ids);
    }

    private boolean isEnd(ObjectNode wire, int rows) {
        var count = wire.path("@odata.count");
        return count.isNumber() ? rows >= count.asInt() : rows < choices.page();
    }
}
