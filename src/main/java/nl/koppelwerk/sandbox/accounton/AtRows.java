package nl.koppelwerk.sandbox.accounton;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.ProblemErrors;

/** {@code /imports/{id}/rows}: one list of an import, page by page. */
final class AtRows {

    private static final Set<String> LISTS = Set.of("ONLY_IN_IMPORT", "ONLY_IN_ACCOUNTON", "DUPLICATE", "INVALID");
    private static final int PAGE = 100;

    private final AtClients clients;
    private final AtView view;
    private final ProblemErrors errors;

    AtRows(AtClients clients, AtView view, ProblemErrors errors) {
        this.clients = clients;
        this.view = view;
        this.errors = errors;
    }

    Answer list(ObjectNode one, Map<String, String> query) {
        var bucket = query.getOrDefault("bucket", "");
        if (!LISTS.contains(bucket) || !Set.of("bucket", "cursor").containsAll(query.keySet())) {
            throw errors.refused(400, "ask for a bucket: " + String.join(", ", LISTS.stream().sorted().toList()));
        }
        if (!Set.of("READY", "APPLIED").contains(one.path("state").asText())) {
            throw errors.refused(409, "the import is not ready");
        }
        return page(bucket.equals("ONLY_IN_ACCOUNTON") ? onlyThere(one) : rows(one, bucket), query.getOrDefault("cursor", "0"));
    }

    private Answer page(List<ObjectNode> all, String cursor) {
        if (!cursor.matches("\\d{1,7}")) {
            throw errors.refused(400, "this cursor was not made here");
        }
        var from = Math.min(Integer.parseInt(cursor), all.size());
        var to = Math.min(from + PAGE, all.size());
        var items = Json.array();
        all.subList(from, to).forEach(row -> items.add(view.dressed(row)));
        return Answer.json(200, Json.object().<ObjectNode>set("items", items).put("nextCursor", to < all.size() ? "" + to : null));
    }

    private static List<ObjectNode> rows(ObjectNode one, String bucket) {
        var rows = new ArrayList<ObjectNode>();
        for (var row : one.path("rows")) {
            if (row.path("bucket").asText().equals(bucket)) {
                rows.add(((ObjectNode) row).deepCopy().retain("rowId", "bucket", "clientId", "externalRef", "differences", "problems"));
            }
        }
        return rows;
    }

    private List<ObjectNode> onlyThere(ObjectNode one) {
        var matched = new ArrayList<String>();
        one.path("matched").forEach(id -> matched.add(id.asText()));
        var rows = new ArrayList<ObjectNode>();
        for (var place : clients.byChange().after(null)) {
            if (!matched.contains(place.id())) {
                rows.add(only(place.id()));
            }
        }
        return rows;
    }

    private static ObjectNode only(String client) {
        ObjectNode row = Json.object().put("rowId", "c-" + client).put("bucket", "ONLY_IN_ACCOUNTON").put("clientId", client).putNull("externalRef");
        ArrayNode nothing = Json.array();
        return row.<ObjectNode>set("differences", nothing).set("problems", Json.array());
    }
}
