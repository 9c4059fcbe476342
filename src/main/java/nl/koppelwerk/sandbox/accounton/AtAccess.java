package nl.koppelwerk.sandbox.accounton;

import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.ApiKeys;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.ProblemErrors;
import nl.koppelwerk.sandbox.Quota;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Who may call: the key of an administrator; that of a colleague who is none is known and may do nothing. */
final class AtAccess {

    private static final String ADMINISTRATOR = "accounton-demo-key";
    private static final String COLLEAGUE = "accounton-plain-key";

    private final SwitchPanel switches;
    private final ApiKeys keys;
    private final Quota quota;
    private final ProblemErrors errors;

    AtAccess(SwitchPanel switches, Quota quota, ProblemErrors errors) {
        this.switches = switches;
        this.keys = new ApiKeys(switches);
        this.quota = quota;
        this.errors = errors;
    }

    /** Refuses who has no key, not the right, or has used up the minute. */
    void check(Call call) {
        var key = keys.of(call).filter(one -> one.equals(ADMINISTRATOR) || one.equals(COLLEAGUE)).orElseThrow(() -> errors.refused(401, "unknown key"));
        if (key.equals(COLLEAGUE)) {
            throw errors.refused(403, "the key has not the right of an administrator");
        }
        quota.take("office", switches.is("rate", "none") ? "none" : "60/min").ifPresent(wait -> {
            Answer full = errors.answer(429, "60 calls a minute").with("Retry-After", String.valueOf(wait));
            throw new Refused(full);
        });
    }
}
