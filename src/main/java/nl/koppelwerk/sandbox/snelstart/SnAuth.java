package nl.koppelwerk.sandbox.snelstart;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.Tokens;

/** The token host: a coupling key for a token that lives almost an hour of the sandbox's clock, and what a token allows. */
final class SnAuth {

    private static final int SECONDS = 3599;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final SnKeys keys;
    private final Tokens tokens;
    private final SnErrors errors;

    SnAuth(SwitchPanel switches, SandboxClock clock, SnKeys keys, Tokens tokens, SnErrors errors) {
        this.switches = switches;
        this.clock = clock;
        this.keys = keys;
        this.tokens = tokens;
        this.errors = errors;
    }

    /** The key must stand in the body; no subscription key is needed here. */
    Answer token(Call call) {
        if (!call.method().equals("POST") || !call.header("Content-Type").orElse("").startsWith(FORM)) {
            throw refused(400, "invalid_request");
        }
        var form = call.form();
        var key = key(form).orElseThrow(() -> refused(400, "unsupported_grant_type"));
        var scopes = keys.scopes(key).orElseThrow(() -> refused((int) switches.number("token-error-status"), "invalid_grant"));
        return Answer.json(200, Json.object().put("access_token", tokens.issue(scopes, clock.millis() + SECONDS * 1000L)).put("token_type", "bearer").put("expires_in", SECONDS));
    }

    /** What the call's token allows. */
    List<String> scopes(Call call) {
        var bearer = call.header("Authorization").filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7)).map(value -> value.substring(7)).orElse("");
        return List.of(tokens.allowed(bearer, clock.millis()).orElseThrow(() -> new Refused(errors.unauthorized())).split(" "));
    }

    /** The coupling key that a grant names; empty for a grant that is not taken. */
    private Optional<String> key(Map<String, String> form) {
        var taken = switches.get("grants");
        return Optional.ofNullable(switch (form.getOrDefault("grant_type", "")) {
            case "clientkey" -> form.getOrDefault("clientkey", "");
            case "password" -> taken.equals("clientkey") ? null : pair(form, "username", "password");
            case "client_credentials" -> taken.equals("+client_credentials") ? pair(form, "client_id", "client_secret") : null;
            default -> null;
        });
    }

    private static String pair(Map<String, String> form, String user, String secret) {
        return Base64.getEncoder().encodeToString((form.getOrDefault(user, "") + ":" + form.getOrDefault(secret, "")).getBytes(StandardCharsets.UTF_8));
    }

    private Refused refused(int status, String error) {
        return new Refused(switches.is("token-error-body", "empty") ? Answer.empty(status)
                : Answer.json(status, Json.object().put("error", error).put("error_description", "the token host did not take the request")));
    }
}
