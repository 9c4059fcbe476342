package nl.koppelwerk.sandbox.clickmate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Quota;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Who may call: one account with its key, and a second key that belongs to another (empty) account. */
final class CmAccess {

    static final String ACCOUNT = "demo";

    private static final Map<String, String> ACCOUNT_OF_KEY = Map.of("clickmate-demo-key", ACCOUNT, "clickmate-other-key", "other");
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final SwitchPanel switches;
    private final Quota quota;
    private final CmErrors errors;

    CmAccess(SwitchPanel switches, Quota quota, CmErrors errors) {
        this.switches = switches;
        this.quota = quota;
        this.errors = errors;
    }

    /** Refuses who has no key, another account's key, or has used up the minute. */
    void check(Call call, String account) {
        var owner = key(call).map(ACCOUNT_OF_KEY::get).orElseThrow(() -> errors.refused(401, "unknown key"));
        if (!owner.equals(account)) {
            throw errors.refused(403, "the key is not of account " + account);
        }
        quota.take(account, "120/min").ifPresent(wait -> {
            Answer full = errors.answer(429, "120 calls a minute").with("Retry-After", String.valueOf(wait));
            throw new Refused(full);
        });
    }

    private Optional<String> key(Call call) {
        return switch (switches.get("auth")) {
            case "bearer" -> after(BEARER, call);
            case "basic" -> after(BASIC, call).map(CmAccess::password);
            default -> call.header("X-Api-Key");
        };
    }

    private static Optional<String> after(String scheme, Call call) {
        return call.header("Authorization").filter(value -> value.startsWith(scheme)).map(value -> value.substring(scheme.length()));
    }

    /** The user's name does not matter here, the password is the key. */
    private static String password(String basic) {
        try {
            var text = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            return text.substring(text.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
