package nl.koppelwerk.sandbox.tribe;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Quota;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;

/**
 * OAuth2 client credentials for {@code tribe-demo-client} with {@code tribe-demo-secret}. A token carries its end and a
 * proof, so that it outlives a restart of the sandbox as it would outlive a deployment at the vendor.
 */
final class TribeAuth {

    private static final String CLIENT = "tribe-demo-client";
    private static final String SECRET = "tribe-demo-secret";
    private static final String ORGANISATION = "demo-organization";

    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final Quota quota;
    private final Ids ids;
    private final TribeErrors errors;
    private final Map<String, Long> known = new HashMap<>();

    TribeAuth(SwitchPanel switches, SandboxClock clock, Ids ids, TribeErrors errors) {
        this.switches = switches;
        this.clock = clock;
        this.quota = new Quota(switches, clock);
        this.ids = ids;
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
        var answer = Json.object().put("access_token", token(clock.millis() + seconds * 1000)).put("token_type", "bearer").put("scope", form.getOrDefault("scope", "read write"));
        return Answer.json(200, switches.is("token-seconds", "absent") ? answer : answer.put("expires_in", seconds));
    }

    /** Lets a call in, or answers 401 or 429. */
    void check(Call call) {
        var bearer = call.header("Authorization").filter(value -> value.startsWith("Bearer ")).map(value -> value.substring(7)).orElse("");
        if (known.computeIfAbsent(bearer, TribeAuth::end) <= clock.millis()) {
            known.remove(bearer);
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

    private String token(long end) {
        var text = Long.toString(end, 36) + "." + Long.toString(ids.number(), 36);
        var token = text + "." + proof(text);
        known.put(token, end);
        return token;
    }

    /** When a token ends; long ago for one that was not made here. */
    private static long end(String token) {
        var cut = token.lastIndexOf('.');
        return cut > 0 && token.substring(cut + 1).equals(proof(token.substring(0, cut))) ? Long.parseLong(token.substring(0, token.indexOf('.')), 36) : 0;
    }

    private static String proof(String text) {
        return TribeSignature.of("hmac-sha512", SECRET, text.getBytes()).replaceAll("[^A-Za-z0-9]", "").substring(0, 24);
    }

    private static Refused oauth(int status, String error, String description) {
        return new Refused(Answer.json(status, Json.object().put("error", error).put("error_description", description)));
    }
}
