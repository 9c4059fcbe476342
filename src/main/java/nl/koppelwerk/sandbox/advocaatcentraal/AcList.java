package nl.koppelwerk.sandbox.advocaatcentraal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** {@code GET /relations}: pages by cursor, the delta, and what may be odd about both. */
final class AcList {

    private static final Set<String> PARAMETERS = Set.of("modifiedSince", "type", "cursor", "limit");

    private final AcRecords records;
    private final AcView view;
    private final AcStamps stamps;
    private final SwitchPanel switches;
    private int cuts;

    AcList(AcRecords records, AcView view, AcStamps stamps, SwitchPanel switches) {
        this.records = records;
        this.view = view;
        this.stamps = stamps;
        this.switches = switches;
    }

    Answer answer(Map<String, String> query) {
        query.keySet().stream().filter(name -> !PARAMETERS.contains(name)).findFirst()
                .ifPresent(name -> { throw bad("no parameter " + name + "; there are " + PARAMETERS.stream().sorted().toList()); });
        var items = Json.array();
        var next = fill(items, query, limit(query.getOrDefault("limit", "100")));
        if (switches.on("cut-page") && items.size() > 1) {
            next = cut(items, next);
        }
        return Answer.json(200, Json.object().<ObjectNode>set("items", items).put("nextCursor", next));
    }

    private String fill(ArrayNode items, Map<String, String> query, int limit) {
        var since = query.containsKey("modifiedSince") && !switches.is("delta", "none") ? from(query.get("modifiedSince")) : Long.MIN_VALUE;
        AcRecords.Place last = null;
        for (var place : places(query.get("cursor"), since)) {
            if (items.size() == limit) {
                return cursor(last);
            }
            last = place;
            add(items, place, since, query.get("type"));
        }
        return null;
    }

    private void add(ArrayNode items, AcRecords.Place place, long since, String type) {
        if (place.changed() < since) {
            return;
        }
        var relation = records.find(place.id()).orElseThrow();
        var removed = relation.path("gearchiveerd").asBoolean() || relation.path("verwijderd").asBoolean();
        if (!(removed && switches.is("removed-in-list", "missing")) && (type == null || hasType(relation, type))) {
            items.add(view.relation(relation));
        }
    }

    private Iterable<AcRecords.Place> places(String cursor, long since) {
        var last = cursor == null ? null : place(cursor);
        return switch (switches.get("order")) {
            case "id" -> rest(Comparator.comparing(AcRecords.Place::id), last);
            case "shuffled" -> rest(Comparator.comparing(place -> place.id().hashCode() * 0x9E3779B9), last);
            default -> records.after(last == null && since > 0 ? new AcRecords.Place(since, "") : last);
        };
    }

    private List<AcRecords.Place> rest(Comparator<AcRecords.Place> order, AcRecords.Place last) {
        return records.all(order).stream().filter(place -> last == null || order.compare(place, last) > 0).toList();
    }

    private long from(String modifiedSince) {
        return stamps.millis(modifiedSince) + (switches.is("delta", "exclusive") ? 1 : 0);
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

    private static boolean hasType(ObjectNode relation, String type) {
        for (var one : relation.get("relatietypen")) {
            if (one.textValue().equals(type)) {
                return true;
            }
        }
        return false;
    }

    private static String cursor(AcRecords.Place last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((last.changed() + "/" + last.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static AcRecords.Place place(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("/", 2);
            return new AcRecords.Place(Long.parseLong(text[0]), text[1]);
        } catch (RuntimeException e) {
            throw bad("this cursor was not made here");
        }
    }

    private static int limit(String text) {
        var limit = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > 200) {
            throw bad("limit is 1 to 200");
        }
        return limit;
    }

    private static Refused bad(String detail) {
        return new Refused(Answer.problem(400, "Bad Request", detail));
    }
}
