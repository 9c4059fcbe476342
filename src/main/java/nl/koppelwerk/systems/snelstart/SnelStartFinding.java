package nl.koppelwerk.systems.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Turn;

/** One record by its id. An inactive one is not shown by it (404) but by the list, so that only what the list has not either is gone. */
@ApplicationScoped
class SnelStartFinding {

    private final SnelStartCalls calls;

    SnelStartFinding(SnelStartCalls calls) { this.calls = calls; }

    Turn find(SnelStartId id, Function<ObjectNode, Turn> then, Supplier<Turn> gone) {
        return Turn.ask(calls.item(id), calls.reading(id.resource()), (reply, wire) -> then.apply(wire))
            .unless(answer -> answer instanceof Answer.Gone ? amongAll(id, then, gone) : Turn.said(answer));
    }

    private Turn amongAll(SnelStartId id, Function<ObjectNode, Turn> then, Supplier<Turn> gone) {
        var replies = calls.reading(id.resource());
        boolean filters = id.resource() == SnelStartResource.RELATIES;
        var call = calls.all(id.resource(), filters ? Optional.of("Id eq guid'" + id.guid() + "'") : Optional.empty());
        return Turn.askAll(call, replies, rows -> {
            var found = rows.stream().filter(row -> is(row, id)).findFirst();
            if (found.isPresent()) return then.apply((ObjectNode) found.get());
            // Others than were asked for: the condition was not heard, and nothing is known.
            return filters && !rows.isEmpty() ? Turn.said(replies.unreadable()) : gone.get();
        }).unless(answer -> Turn.said(replies.ofList(answer)));
    }

    static boolean is(JsonNode row, SnelStartId id) { return row.isObject() && row.path("id").asText("").equalsIgnoreCase(id.guid()); }
}
