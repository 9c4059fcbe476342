package nl.koppelwerk.sandbox.clickmate;

import java.util.Map;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.ApiKeys;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.ProblemErrors;
import nl.koppelwerk.sandbox.Quota;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Who may call: one account with its key, and a second key that belongs to another (empty) account. */
final class CmAccess {

    static final String ACCOUNT = "demo";

    private static final Map<String, String> ACCOUNT_OF_KEY = Map.of("clickmate-demo-key", ACCOUNT, "clickmate-other-key", "other");

    private final ApiKeys keys;
    private final Quota quota;
    private final ProblemErrors errors;

    CmAccess(SwitchPanel switches, Quota quota, ProblemErrors errors) {
        this.keys = new ApiKeys(switches);
        this.quota = quota;
        this.errors = errors;
    }

    /** Refuses who has no key, another account's key, or has used up the minute. */
    void check(Call call, String account) {
        var owner = keys.of(call).map(ACCOUNT_OF_KEY::get).orElseThrow(() -> errors.refused(401, "unknown key"));
        if (!owner.equals(account)) {
            throw errors.refused(403, "the key is not of account " + account);
        }
        quota.take(account, "120/min").ifPresent(wait -> {
            Answer full = errors.answer(429, "120 calls a minute").with("Retry-After", String.valueOf(wait));
            throw new Refused(full);
        });
    }
}
