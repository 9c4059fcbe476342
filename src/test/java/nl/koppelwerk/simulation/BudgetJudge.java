package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.List;

import nl.koppelwerk.link.Side;

/** The budget of an account is never exceeded: not by the minute, not by the hour, not by calls at once. */
final class BudgetJudge {

    private static final String NAME = "budgets are kept";
    /** Calls are counted by the second of a minute and by the minute of an hour. */
    private static final Duration MINUTE = Duration.ofSeconds(59);
    private static final Duration HOUR = Duration.ofMinutes(59);
    private final World world;

    BudgetJudge(World world) { this.world = world; }

    void judge() {
        var limits = world.quirks.limits();
        for (var side : Side.values()) {
            var calls = world.accounts.get(side).calls;
            window(side, calls, limits.perMinute(), MINUTE);
            window(side, calls, limits.perHour(), HOUR);
            if (limits.atOnce() > 0) atOnce(side, calls, limits.atOnce());
        }
    }

    private void window(Side side, List<SimulatedAccount.Call> calls, int limit, Duration window) {
        for (int i = limit; limit > 0 && i < calls.size(); i++)
            if (Duration.between(calls.get(i - limit).began(), calls.get(i).began()).compareTo(window) < 0)
                fail(side, "more than " + limit + " calls within " + window + " at " + calls.get(i).began());
    }

    private void atOnce(Side side, List<SimulatedAccount.Call> calls, int limit) {
        for (var call : calls) {
            long together = calls.stream().filter(other -> !other.began().isAfter(call.began()) && other.ended().isAfter(call.began())).count();
            if (together > limit) fail(side, together + " calls at once at " + call.began() + " where " + limit + " are allowed");
        }
    }

    private void fail(Side side, String what) { world.failures.add(new Finding(NAME, world.accounts.get(side).toString(), what)); }
}
