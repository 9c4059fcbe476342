package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * How fast a system was called, as its stand-in has logged it.
 *
 * @param most    calls in the busiest minute or other window, wherever it begins
 * @param refused calls answered 429
 */
record Pace(int calls, int most, int refused) {

    static Pace of(JsonNode requests) {
        return of(requests, Duration.ofMinutes(1));
    }

    static Pace of(JsonNode requests, Duration window) {
        var moments = StreamSupport.stream(requests.spliterator(), false).map(request -> Instant.parse(request.path("time").asText()).toEpochMilli()).sorted().toList();
        var refused = StreamSupport.stream(requests.spliterator(), false).filter(request -> request.path("status").asInt() == 429).count();
        return new Pace(moments.size(), most(moments, window.toMillis()), (int) refused);
    }

    private static int most(List<Long> moments, long window) {
        var within = new ArrayDeque<Long>();
        var most = 0;
        for (var moment : moments) {
            within.addLast(moment);
            while (within.peekFirst() <= moment - window) {
                within.removeFirst();
            }
            most = Math.max(most, within.size());
        }
        return most;
    }

    @Override
    public String toString() {
        return calls + " calls, at most " + most + " in a minute, " + refused + " answered 429";
    }
}
