package nl.koppelwerk.systems;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listing that goes on by a cursor: {@code limit}, {@code modifiedSince} and {@code cursor} are asked for, {@code items} and
 * {@code nextCursor} are answered. AdvocaatCentraal, Clickmate and Compenda list so by their contracts.
 *
 * @param what    what its rows are, for the log
 * @param stamp   the member of a row that says when it was changed
 * @param largest rows that the system gives at most
 */
public record CursorPages(String what, String stamp, int largest) {

    private static final Logger LOG = LoggerFactory.getLogger(CursorPages.class);

    public Query query(Connector.PageRequest page) {
        return Query.NONE.and("limit", Math.min(page.limit(), largest))
            .andIf(!page.since().isEmpty(), "modifiedSince", page.since())
            .andIf(!page.position().isEmpty(), "cursor", page.position());
    }

    /** Each item is one row. */
    public Turn read(JsonNode wire, Function<JsonNode, Sighting> seen, Replies replies) { return rows(wire, item -> List.of(seen.apply(item)), replies); }

    /** A row that cannot be read is left out and told in the log; the others go on, and asked for by its id it says why. */
    public Turn.Said rows(JsonNode wire, Function<JsonNode, List<Sighting>> seen, Replies replies) {
        if (!wire.path("items").isArray()) return new Turn.Said(replies.unreadable());
        var rows = new ArrayList<Sighting>();
        var stamps = new ArrayList<String>();
        for (var item : wire.path("items")) {
            stamps.add(item.path(stamp).asText(""));
            try {
                rows.addAll(seen.apply(item));
            } catch (Unreadable odd) {
                LOG.warn("A row of {} cannot be read: {}", what, odd.getMessage());
            }
        }
        var next = wire.path("nextCursor");
        return new Turn.Said(new Connector.Page(List.copyOf(rows), next.isNull() ? "" : next.asText(""), Stamps.newest(stamps.stream()), null));
    }
}
