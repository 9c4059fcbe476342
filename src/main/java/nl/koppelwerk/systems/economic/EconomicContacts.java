package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Turn;

/** Contact persons as the customers API lists them: a thousand at a time, until no cursor is given any more. */
@ApplicationScoped
class EconomicContacts {

    private final EconomicCalls calls;

    EconomicContacts(EconomicCalls calls) { this.calls = calls; }

    /** All that meet the condition. */
    Turn all(EconomicFilter filter, Function<List<JsonNode>, Turn> then) { return all(filter, "", List.of(), then); }

    private Turn all(EconomicFilter filter, String cursor, List<JsonNode> before, Function<List<JsonNode>, Turn> then) {
        return page(filter, cursor, (rows, next) -> {
            List<JsonNode> sofar = Stream.concat(before.stream(), rows.stream()).toList();
            return next.isEmpty() ? then.apply(sofar) : all(filter, next, sofar, then);
        });
    }

    /** One page, and the cursor of the next; empty at the end. */
    Turn page(EconomicFilter filter, String cursor, BiFunction<List<JsonNode>, String, Turn> then) {
        var query = EconomicCalls.where(Query.NONE.andIf(!cursor.isEmpty(), "cursor", cursor), filter);
        return Turn.ask(calls.customersApi("Contacts", query), calls.replies(), (reply, wire) -> {
            var next = wire.path("cursor").isNull() ? "" : wire.path("cursor").asText("");
            // The same cursor again would be the same page for ever.
            boolean fits = wire.path("items").isArray() && (next.isEmpty() || !next.equals(cursor));
            return fits ? then.apply(rows(wire), next) : Turn.said(calls.replies().unreadable());
        }).unless(answer -> Turn.said(calls.replies().ofList(answer)));
    }

    private static List<JsonNode> rows(ObjectNode wire) {
        return new ArrayList<>(StreamSupport.stream(wire.path("items").spliterator(), false).toList());
    }
}
