package nl.koppelwerk.sandbox.adminpulse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Delivery;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SandboxClock;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.Tokens;

/**
 * OAuth with a callback for {@code adminpulse-demo-client} with {@code adminpulse-demo-secret}. Only that there is one is known: both
 * addresses, the lifetime of a code (a minute) and that a refresh token ends after 30 days are invented. Whoever is asked says yes.
 */
final class ApOauth {

    private static final String CLIENT = "adminpulse-demo-client";
    private static final String SECRET = "adminpulse-demo-secret";
    private static final String CODE = "code ";
    private static final String REFRESH = "refresh ";
    private static final long CODE_MS = 60_000;
    private static final long REFRESH_MS = 30L * 24 * 3_600_000;

    private final SwitchPanel switches;
    private final SandboxClock clock;
    private final Tokens tokens;
    private final ApErrors errors;

    ApOauth(SwitchPanel switches, SandboxClock clock, Ids ids, ApErrors errors) {
        this.switches = switches;
        this.clock = clock;
        this.tokens = new Tokens(ids, SECRET);
        this.errors = errors;
    }

    Answer answer(Call call, String step) {
        if (switches.is("oauth", "off")) {
            throw errors.refused(404, "no such address");
        }
        return switch (call.method() + " " + step) {
            case "GET authorize" -> authorize(call.query());
            case "POST token" -> token(call.form());
            default -> throw errors.refused(404, "no such address");
        };
    }

    /** What a token allows; empty for one that is none, has ended, or is no token for calls. */
    Optional<String> scopes(String token) {
        return tokens.allowed(token, clock.millis()).filter(allowed -> !allowed.startsWith(CODE) && !allowed.startsWith(REFRESH));
    }

    private Answer authorize(Map<String, String> query) {
        var back = query.getOrDefault("redirect_uri", "");
        if (!CLIENT.equals(query.get("client_id")) || !"code".equals(query.get("response_type")) || !Delivery.reachable(back)) {
            throw oauth(400, "invalid_request");
        }
        var code = tokens.issue(CODE + query.getOrDefault("scope", ApAccess.READS), clock.millis() + CODE_MS);
        var state = query.containsKey("state") ? "&state=" + URLEncoder.encode(query.get("state"), StandardCharsets.UTF_8) : "";
        return Answer.empty(302).with("Location", back + (back.contains("?") ? "&" : "?") + "code=" + code + state);
    }

    private Answer token(Map<String, String> form) {
        if (!CLIENT.equals(form.get("client_id")) || !SECRET.equals(form.get("client_secret"))) {
            throw oauth(401, "invalid_client");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> given(form.getOrDefault("code", ""), CODE);
            case "refresh_token" -> given(form.getOrDefault("refresh_token", ""), REFRESH);
            default -> throw oauth(400, "unsupported_grant_type");
        };
    }

    private Answer given(String proof, String kind) {
        var scopes = tokens.allowed(proof, clock.millis()).filter(allowed -> allowed.startsWith(kind)).map(allowed -> allowed.substring(kind.length()))
                .orElseThrow(() -> oauth(400, "invalid_grant"));
        var seconds = (long) switches.number("token-seconds");
        return Answer.json(200, Json.object().put("access_token", tokens.issue(scopes, clock.millis() + seconds * 1000)).put("token_type", "Bearer")
                .put("expires_in", seconds).put("refresh_token", tokens.issue(REFRESH + scopes, clock.millis() + REFRESH_MS)).put("scope", scopes));
    }

    private static Refused oauth(int status, String error) {
        return new Refused(Answer.json(status, Json.object().put("error", error)));
    }
}
