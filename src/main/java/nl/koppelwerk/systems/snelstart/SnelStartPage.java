package nl.koppelwerk.systems.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Replies;
import nl.koppelwerk.systems.Stamps;
import nl.koppelwerk.systems.Turn;

/**
 * One page of relaties while it is read. A page is a range of codes that one answer can hold; it is whole when the vendor, asked to
 * skip as many as were seen, has no more. In whatever order rows come, and if an answer ends early or repeats some, none is missed.
 */
final class SnelStartPage {

    /** Narrowing a range halves it, so this is far above any administration. */
    private static final int MOST_CALLS = 60;

    private final SnelStartCalls calls;
    private final Replies replies;
    private final Asked asked;
    private final String changed;
    private final int top;
    private final Duration overlap;
    private final SnelStartPosition position;
    private CodeRange range;
    private final Map<String, JsonNode> seen = new LinkedHashMap<>();
    private int made;

    SnelStartPage(SnelStartCalls calls, SnelStartChoices choices, Connector.PageRequest page, Asked asked) {
        this.calls = calls;
        this.replies = calls.reading(SnelStartResource.RELATIES);
        this.asked = asked;
        this.changed = SnelStartSince.condition(page.since());
        this.top = Math.min(page.limit(), choices.page());
        this.overlap = choices.overlap();
        this.position = SnelStartPosition.of(page.position(), asked.at());
        this.range = position.range();
    }

    Turn ask() { return ask(0); }

    private Turn ask(int skip) {
        // Rows come and go faster than they can be counted: the page is asked for again later.
        if (made++ >= MOST_CALLS) return Turn.said(replies.unanswered());
        var query = Query.NONE.and("$top", top).andIf(skip > 0, "$skip", skip);
        var filtered = range.filter(changed).map(condition -> query.and("$filter", condition)).orElse(query);
        return Turn.askAll(calls.get(SnelStartResource.RELATIES.path, filtered), replies, this::heard).unless(answer -> Turn.said(replies.ofList(answer)));
    }

    private Turn heard(List<JsonNode> rows) {
        if (rows.isEmpty()) return Turn.said(page());
        int before = seen.size();
        rows.forEach(row -> seen.put(row.path("id").asText(row.toString()), row));
        if (seen.size() >= top) return tooMany();
        // Nothing new where there should be: the order has changed, so it is read from the front.
        return ask(seen.size() > before ? seen.size() : 0);
    }

    private Turn tooMany() {
        var less = range.less(codes());
        if (less.isEmpty()) return ask(seen.size());
        range = less.get();
        seen.clear();
        return ask(0);
    }

    private Connector.Page page() {
        var next = range.below() == null ? "" : position.after(range.next(codes(), top * 4 / 5));
        return new Connector.Page(SnelStartListing.sightings(SnelStartResource.RELATIES, seen.values(), asked), next, newest(), null);
    }

    /**
     * What changed while the pass went on may lie in a range that had been read; the next pass finds it only if the newest stamp of this
     * one is no later than that, less the overlap. So later pages tell none.
     */
    private String newest() {
        boolean isEarly = Duration.between(position.began(), asked.at()).compareTo(overlap.dividedBy(2)) <= 0;
        return isEarly ? Stamps.newest(seen.values().stream().map(row -> row.path("modifiedOn").asText(""))) : "";
    }

    private List<Long> codes() { return seen.values().stream().map(row -> row.path("relatiecode").asLong()).toList(); }
}
