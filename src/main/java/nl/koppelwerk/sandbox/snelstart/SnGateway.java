package nl.koppelwerk.sandbox.snelstart;

import java.util.Set;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Quota;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The gateway before the API: the subscription key, of which there are two, and the limits of the product, which both share. */
final class SnGateway {

    private record Tier(int perMinute, int perHour, int atOnce) {
    }

    private static final Set<String> KEYS = Set.of("snelstart-demo-primary", "snelstart-demo-secondary");
    private static final Tier TEST = new Tier(100, 1_000, 5);
    private static final Tier FULL = new Tier(500, 5_000, 50);

    private final SwitchPanel switches;
    private final Quota quota;
    private final SnErrors errors;

    SnGateway(SwitchPanel switches, SandboxClock clock, SnErrors errors) {
        this.switches = switches;
        this.quota = new Quota(switches, clock);
        this.errors = errors;
    }

    void check(Call call) {
        var key = call.header("Ocp-Apim-Subscription-Key").orElseGet(() -> call.query().get("subscription-key"));
        if (key == null) {
            throw new Refused(errors.gateway(401, "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API."));
        }
        if (!KEYS.contains(key)) {
            throw new Refused(errors.gateway(401, "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription."));
        }
        if (!switches.is("quota", "contract")) {
            take("override", "none", switches.get("quota").endsWith("/hour") ? "hour-quota-status" : null);
        } else if (limited()) {
            take("minute", tier().perMinute() + "/min", null);
            take("hour", tier().perHour() + "/hour", "hour-quota-status");
        }
    }

    int atOnce() {
        return limited() ? tier().atOnce() : Integer.MAX_VALUE;
    }

    Answer crowded() {
        return errors.tooMany((int) switches.number("concurrency-status"), 1);
    }

    private void take(String window, String limit, String statusSwitch) {
        quota.take(window, limit).ifPresent(wait -> {
            throw new Refused(errors.tooMany(statusSwitch == null ? 429 : (int) switches.number(statusSwitch), wait));
        });
    }

    private boolean limited() {
        return !switches.is("tier", "off");
    }

    private Tier tier() {
        return switches.is("tier", "test") ? TEST : FULL;
    }
}
