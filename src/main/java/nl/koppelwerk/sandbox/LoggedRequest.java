package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.regex.Pattern;

/** One call as the request log keeps it; {@code at} is real time, {@code status} 0 when no answer was sent. */
record LoggedRequest(long at, String system, String method, String path, int status, String fault, long micros, int inFlight) {

    private static final Pattern ID = Pattern.compile("\\([^)]*\\)|/[^/]*\\d[^/]*\\d[^/]*\\d[^/]*(?=/|$)");

    static LoggedRequest of(JsonNode line) {
        return new LoggedRequest(Instant.parse(line.get("time").textValue()).toEpochMilli(), line.get("system").textValue(), line.get("method").textValue(),
                line.get("path").textValue(), line.get("status").intValue(), line.get("fault").textValue(), line.get("micros").longValue(), line.get("inFlight").intValue());
    }

    ObjectNode json() {
        return Json.object().put("time", Instant.ofEpochMilli(at).toString()).put("system", system).put("method", method).put("path", path)
                .put("status", status).put("fault", fault).put("micros", micros).put("inFlight", inFlight);
    }

    /** The path without its ids and query: the key under which calls are counted. */
    String set() {
        var end = path.indexOf('?');
        return ID.matcher(end < 0 ? path : path.substring(0, end))
                .replaceAll(id -> id.group().startsWith("(") ? "()" : "/{}");
    }
}
