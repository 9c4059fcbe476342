package nl.koppelwerk.systems.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import nl.koppelwerk.systems.Query;

/**
 * Where a page starts. A delta goes by (change, id), so that rows which change on the way come again at its end instead of
 * pushing others off a page; a full pass goes by id, and needs no condition on the change.
 *
 * @param link  an address of the vendor's own for the next page, path and query; empty where we make them
 * @param stamp of the last row seen, in a delta
 * @param id    of the last row seen; empty at the start
 */
record TribePlace(Way way, String link, String stamp, String id) {

    enum Way { DELTA, FULL, LINK }

    private static final String SEPARATOR = " ";

    static TribePlace of(String position, String since) {
        if (position.isEmpty()) return since.isEmpty() ? start() : new TribePlace(Way.DELTA, "", since, "");
        var parts = position.split(SEPARATOR, -1);
        return switch (parts[0]) {
            case "delta" -> new TribePlace(Way.DELTA, "", parts[1], parts[2]);
            case "full" -> new TribePlace(Way.FULL, "", "", parts[1]);
            default -> new TribePlace(Way.LINK, parts[1], "", "");
        };
    }

    /** Everything, by id. */
    static TribePlace start() { return new TribePlace(Way.FULL, "", "", ""); }

    static String ofLink(String pathAndQuery) { return "link" + SEPARATOR + pathAndQuery; }

    /** The furthest row counts, not the last: a page may repeat rows. */
    String after(List<JsonNode> rows) {
        if (way == Way.FULL) return "full" + SEPARATOR + rows.stream().map(TribePlace::idOf).max(Comparator.naturalOrder()).orElseThrow();
        var last = rows.stream().max(Comparator.comparing(TribePlace::stampOf).thenComparing(TribePlace::idOf)).orElseThrow();
        return String.join(SEPARATOR, "delta", stampOf(last), idOf(last));
    }

    private static String idOf(JsonNode row) { return row.path("ID").asText(""); }

    private static String stampOf(JsonNode row) { return row.path("LastMutationDate").asText(""); }

    Query onto(Query query) {
        var order = query.and("$orderby", way == Way.DELTA ? "LastMutationDate,ID" : "ID");
        if (way == Way.FULL) return order.andIf(!id.isEmpty(), "$filter", "ID gt " + id);
        var later = "LastMutationDate gt " + stamp;
        return order.and("$filter", id.isEmpty() ? "LastMutationDate ge " + stamp : later + " or (LastMutationDate eq " + stamp + " and ID gt " + id + ")");
    }
}
