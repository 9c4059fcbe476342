package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A list by our own conventions: pages by cursor and the delta, ordered by change and id. */
public final class CursorList {

    private static final Set<String> PARAMETERS = Set.of("modifiedSince", "cursor", "limit");
    private static final int MOST = 200;

    private final ByChange records;
    private final UnaryOperator<ObjectNode> view;
    private final ProblemErrors errors;
    private final SwitchPanel switches;
    private int cuts;

    /** The view turns a copy of a kept record into its wire form. */
    public CursorList(ByChange records, UnaryOperator<ObjectNode> view, ProblemErrors errors, SwitchPanel switches) {
        this.records = records;
        this.view = view;
        this.errors = errors;
        this.switches = switches;
    }

    public Answer answer(Map<String, String> query) {
        query.keySet().stream().filter(name -> !PARAMETERS.contains(name)).findFirst()
                .ifPresent(name -> { throw errors.refused(400, "no parameter " + name + "; there are " + PARAMETERS.stream().sorted().toList()); });
        var items = Json.array();
        var next = fill(items, query, limit(query.getOrDefault("limit", "100")));
        if (switches.on("cut-page") && items.size() > 1) {
            next = cut(items, next);
        }
        return Answer.json(200, Json.object().<ObjectNode>set("items", items).put("nextCursor", next));
    }

    private String fill(ArrayNode items, Map<String, String> query, int limit) {
        ByChange.Place last = null;
        for (var place : records.after(start(query))) {
            if (items.size() == limit) {
                return cursor(last);
            }
            last = place;
            var record = records.find(place.id()).orElseThrow();
            if (!(record.path("archived").asBoolean() && switches.is("archived", "missing"))) {
                items.add(view.apply(record));
            }
        }
        return null;
    }

    private ByChange.Place start(Map<String, String> query) {
        var hearsDelta = query.containsKey("modifiedSince") && !switches.is("delta", "none");
        var since = hearsDelta ? new ByChange.Place(millis(query.get("modifiedSince")), "") : null;
        return query.containsKey("cursor") ? place(query.get("cursor")) : since;
    }

    /** Without an error: every other page ends the listing early, the others repeat a row. */
    private String cut(ArrayNode items, String next) {
        if (cuts++ % 2 == 0) {
            items.add(items.get(0).deepCopy());
            return next;
        }
        while (items.size() > 1) {
            items.remove(items.size() - 1);
        }
        return null;
    }

    private static String cursor(ByChange.Place last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((last.changed() + "/" + last.id()).getBytes(StandardCharsets.UTF_8));
    }

    private ByChange.Place place(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("/", 2);
            return new ByChange.Place(Long.parseLong(text[0]), text[1]);
        } catch (RuntimeException e) {
            throw errors.refused(400, "this cursor was not made here");
        }
    }

    private long millis(String text) {
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException e) {
            throw errors.refused(400, "modifiedSince is not a moment as this system writes them: " + text);
        }
    }

    private int limit(String text) {
        var limit = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw errors.refused(400, "limit is 1 to " + MOST);
        }
        return limit;
    }
}
