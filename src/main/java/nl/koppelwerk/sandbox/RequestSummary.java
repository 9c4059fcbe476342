package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts of logged calls: by system, method, set and status, the most at the same time, and per second. */
final class RequestSummary {

    private RequestSummary() {
    }

    static ObjectNode of(List<LoggedRequest> requests) {
        var summary = Json.object().put("total", requests.size());
        summary.set("counts", counts(requests));
        summary.put("maxInFlight", requests.stream().mapToInt(LoggedRequest::inFlight).max().orElse(0));
        summary.set("perSecond", perSecond(requests));
        return summary;
    }

    private static com.fasterxml.jackson.databind.JsonNode counts(List<LoggedRequest> requests) {
        var rows = Json.array();
        count(requests, request -> List.of(request.system(), request.method(), request.set(), String.valueOf(request.status()), request.fault()))
                .forEach((key, count) -> rows.addObject().put("system", key.get(0)).put("method", key.get(1)).put("set", key.get(2))
                        .put("status", Integer.parseInt(key.get(3))).put("fault", key.get(4)).put("count", count));
        return rows;
    }

    private static ObjectNode perSecond(List<LoggedRequest> requests) {
        var seconds = Json.object();
        count(requests, request -> List.of(Instant.ofEpochSecond(request.at() / 1000).toString()))
                .forEach((key, count) -> seconds.put(key.get(0), count));
        return seconds;
    }

    private static Map<List<String>, Long> count(List<LoggedRequest> requests, Function<LoggedRequest, List<String>> key) {
        return requests.stream().collect(Collectors.groupingBy(key,
                () -> new TreeMap<>((a, b) -> a.toString().compareTo(b.toString())), Collectors.counting()));
    }
}
