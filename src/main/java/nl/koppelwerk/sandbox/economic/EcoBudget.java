package nl.koppelwerk.sandbox.economic;

import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Quota;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The token bucket of the agreement: all services and all apps take from it, and it fills evenly over a minute. */
final class EcoBudget {

    private static final double MINUTE_MS = 60_000;

    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final Quota quota;
    private double used;
    private long asOf;

    EcoBudget(SwitchPanel switches, SandboxClock clock) {
        this.switches = switches;
        this.clock = clock;
        this.quota = new Quota(switches, clock);
        this.asOf = clock.millis();
    }

    void take(Call call, EcoErrors errors) {
        quota.take("agreement", "none").ifPresent(wait -> refuse(errors, wait));
        flow();
        var cost = cost(call.method());
        if (limited() && used + cost > size()) {
            refuse(errors, (long) Math.ceil((used + cost - size()) * MINUTE_MS / Math.max(1, refill()) / 1000));
        }
        used += cost;
    }

    /** What another app of the same agreement takes, all at once. */
    void foreign(int cost) {
        flow();
        used = Math.min(size(), used + cost);
    }

    Answer told(Call call, Answer answer) {
        flow();
        return answer.with("X-CallCost", String.valueOf(cost(call.method())))
                .with("X-RateLimiting", "token-limit-" + size() + "-per-60-seconds: " + (long) Math.ceil(used) + "/" + size());
    }

    private void refuse(EcoErrors errors, long wait) {
        var answer = errors.tooMany();
        throw new Refused(switches.is("retry-after", "present") ? answer.with("Retry-After", String.valueOf(Math.max(1, wait))) : answer);
    }

    private void flow() {
        var now = clock.millis();
        // A clock that was put back fills nothing.
        used = Math.min(size(), Math.max(0, used - Math.max(0, now - asOf) * refill() / MINUTE_MS));
        asOf = now;
    }

    private double refill() {
        return Math.max(0, size() - switches.number("foreign-cost-per-min"));
    }

    private boolean limited() {
        return !switches.is("quota", "none");
    }

    private int cost(String method) {
        return switches.is("call-cost", "3") ? 3 : method.equals("GET") ? 1 : 5;
    }

    private int size() {
        return switches.is("bucket", "small") ? 30 : 10_000;
    }
}
