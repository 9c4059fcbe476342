package nl.koppelwerk.sandbox.tribe;

import java.util.Arrays;
import java.util.Map;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Quota;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.Tokens;

/** OAuth2 client credentials for {@code tribe-demo-client} with {@code tribe-demo-secret}. */
final class TribeAuth {

    private static final String CLIENT = "tribe-demo-client";
    private static final String SECRET = "tribe-demo-secret";
    private static final String ORGANISATION = "demo-organization";

    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final Quota quota;
    private final Tokens tokens;
    private final TribeErrors errors;

    TribeAuth(SwitchPanel switches, SandboxClock clock, Ids ids, TribeErrors errors) {
        this.switches = switches;
        this.clock = clock;
        this.quota = new Quota(switches, clock);
        this.tokens = new Tokens(ids, SECRET);
        this.errors = errors;
    }

    Answer token(Call call) {
        if (!call.method().equals("POST")) {
            throw oauth(405, "invalid_request", "tokens are asked for by POST");
        }
        var form = call.form();
        if (!CLIENT.equals(form.get("client_id")) || !SECRET.equals(form.get("client_secret"))) {
            throw oauth(401, "invalid_client", "unknown client or wrong secret");
        }
        check(form);
        var seconds = switches.is("token-seconds", "absent") ? 3600 : (long) switches.number("token-seconds");
        var answer = Json.object().put("access_token", tokens.issue("", clock.millis() + seconds * 1000)).put("token_type", "bearer").put("scope", form.getOrDefault("scope", "read write"));
        return Answer.json(200, switches.is("token-seconds", "absent") ? answer : answer.put("expires_in", seconds));
    }

    /** Lets a call in, or answers 401 or 429. */
    void check(Call call) {
        var bearer = call.header("Authorization").filter(value -> value.startsWith("Bearer ")).map(value -> value.substring(7)).orElse("");
        if (tokens.allowed(bearer, clock.millis()).isEmpty()) {
            throw errors.refused(401, "the access token is missing, unknown or has ended");
        }
        quota.take(CLIENT, switches.get("rate").startsWith("60") ? "60/min" : "none").ifPresent(wait -> {
            var answer = errors.answer(429, "too many calls");
            throw new Refused(switches.is("rate", "60/min-without-retry-after") ? answer : answer.with("Retry-After", String.valueOf(wait)));
        });
    }

    private void check(Map<String, String> form) {
        var scopes = Arrays.asList(form.getOrDefault("scope", "read write").split(" "));
        if (!"client_credentials".equals(form.get("grant_type"))) {
            throw oauth(400, "unsupported_grant_type", "this stand-in plays client credentials only");
        }
        if (scopes.contains("offline") && switches.is("offline-scope", "400") || scopes.stream().anyMatch(scope -> !scope.matches("read|write|offline"))) {
            throw oauth(400, "invalid_scope", "scopes are read and write");
        }
        if (switches.is("organization-id", "required") && !form.containsKey("organization_id")) {
            throw oauth(400, "invalid_request", "organization_id is missing; any value will do, for example " + ORGANISATION);
        }
    }

    private static Refused oauth(int status, String error, String description) {
        return new Refused(Answer.json(status, Json.object().put("error", error).put("error_description", description)));
    }
}
