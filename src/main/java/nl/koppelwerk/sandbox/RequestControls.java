package nl.koppelwerk.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Shows and clears the request log; {@code since} is a moment (ISO-8601) or milliseconds, and real time. */
final class RequestControls {

    private final RequestLog log;

    RequestControls(RequestLog log) {
        this.log = log;
    }

    Answer answer(Call call, String step) {
        if (call.method().equals("DELETE")) {
            log.clear();
            return Answer.empty(204);
        }
        var found = matching(call.query()).toList();
        return step.equals("summary") ? Answer.json(200, RequestSummary.of(found)) : list(found, call.query());
    }

    private Stream<LoggedRequest> matching(Map<String, String> query) {
        return log.since(moment(query.getOrDefault("since", "0")))
                .filter(request -> request.system().equals(query.getOrDefault("system", request.system())))
                .filter(request -> request.method().equals(query.getOrDefault("method", request.method())))
                .filter(request -> request.path().contains(query.getOrDefault("pathContains", "")));
    }

    /** The newest ones, oldest first. */
    private static Answer list(List<LoggedRequest> found, Map<String, String> query) {
        var limit = Integer.parseInt(query.getOrDefault("limit", "1000"));
        var items = Json.array();
        found.subList(Math.max(0, found.size() - limit), found.size()).forEach(request -> items.add(request.json()));
        return Answer.json(200, Json.object().put("total", found.size()).set("items", items));
    }

    private static long moment(String text) {
        try {
            return text.matches("\\d+") ? Long.parseLong(text) : Instant.parse(text).toEpochMilli();
        } catch (DateTimeException e) {
            throw new Refused(Answer.problem(400, "Bad Request", "since is a moment or milliseconds"));
        }
    }
}
