package nl.koppelwerk.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Counts the calls of each account in a rolling window of the sandbox's clock. */
public final class Quota {

    private static final long MINUTE = 60_000;

    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final Map<String, Deque<Long>> calls = new HashMap<>();

    public Quota(SwitchPanel switches, SandboxClock clock) {
        this.switches = switches;
        this.clock = clock;
    }

    /** Takes one call of an account; answers the seconds to wait when there is none left. {@code contract} is "none" or "60/min". */
    public OptionalLong take(String account, String contract) {
        var limit = switches.is("quota", "contract") ? contract : switches.get("quota");
        if (limit.equals("none") || limit.endsWith("/at-once")) {
            return OptionalLong.empty();
        }
        return take(calls.computeIfAbsent(account, key -> new ArrayDeque<>()), number(limit), limit.endsWith("/hour") ? 60 * MINUTE : MINUTE);
    }

    private OptionalLong take(Deque<Long> taken, long limit, long window) {
        var now = clock.millis();
        while (!taken.isEmpty() && (taken.peekFirst() <= now - window || taken.peekFirst() > now)) {
            taken.removeFirst();
        }
        if (taken.size() >= limit) {
            return OptionalLong.of((taken.peekFirst() + window - now + 999) / 1000);
        }
        taken.addLast(now);
        return OptionalLong.empty();
    }

    private static long number(String limit) {
        return Long.parseLong(limit.substring(0, limit.indexOf('/')));
    }
}
