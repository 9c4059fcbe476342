package nl.koppelwerk.sandbox.advocaatcentraal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Quota;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Who may call: one office with its key, and a second key that belongs to another (empty) office. */
final class AcAccess {

    static final String OFFICE = "10042";
    static final String OTHER_OFFICE = "10043";

    private static final Map<String, String> OFFICE_OF_KEY = Map.of("ac-demo-key", OFFICE, "ac-other-key", OTHER_OFFICE);

    private final SwitchPanel switches;
    private final Quota quota;

    AcAccess(SwitchPanel switches, Quota quota) {
        this.switches = switches;
        this.quota = quota;
    }

    /** Refuses who has no key, another office's key, or has used up the minute. */
    void check(Call call, String office) {
        var owner = key(call).map(OFFICE_OF_KEY::get).orElseThrow(() -> refused(401, "Unauthorized", "unknown key"));
        if (!owner.equals(office)) {
            var status = Integer.parseInt(switches.get("wrong-office-status"));
            throw refused(status, status == 403 ? "Forbidden" : "Not Found", "the key is not of office " + office);
        }
        quota.take(office, switches.get("rate")).ifPresent(wait -> {
            throw new Refused(Answer.problem(429, "Too Many Requests", "60 calls a minute").with("Retry-After", String.valueOf(wait)));
        });
    }

    private Optional<String> key(Call call) {
        return switch (switches.get("auth")) {
            case "bearer" -> call.header("Authorization").filter(value -> value.startsWith("Bearer ")).map(value -> value.substring(7));
            case "basic-user-password" -> call.header("Authorization").filter(value -> value.startsWith("Basic ")).map(AcAccess::password);
            default -> call.header("X-Api-Key");
        };
    }

    /** The user's name does not matter here, the password is the key. */
    private static String password(String basic) {
        try {
            var text = new String(Base64.getDecoder().decode(basic.substring(6)), StandardCharsets.UTF_8);
            return text.substring(text.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Refused refused(int status, String title, String detail) {
        return new Refused(Answer.problem(status, title, detail));
    }
}
