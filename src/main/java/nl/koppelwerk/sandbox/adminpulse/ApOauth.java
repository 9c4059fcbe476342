package nl.koppelwerk.sandbox.adminpulse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.Tokens;

/** OAuth with a callback for {@code adminpulse-demo-client} with {@code adminpulse-demo-secret}. Only that there is one is known: both addresses are invented. */
final class ApOauth {

    private static final String CLIENT = "adminpulse-demo-client";
    private static final String SECRET = "adminpulse-demo-secret";
    private static final List<String> SCOPES = List.of("relations.read", "tasks.read", "tasks.write", "relations.write");

    private final SwitchPanel switches;
    private final ApErrors errors;
    private final ApGrants grants;
    private final ApConsent consent;

    ApOauth(Ground ground, SwitchPanel switches, Ids ids, ApErrors errors) {
        this.switches = switches;
        this.errors = errors;
        this.grants = new ApGrants(ground.journal().bucket("adminpulse/grants"), new Tokens(ids, SECRET), ground.clock());
        this.consent = new ApConsent(ground.journal().bucket("adminpulse/redirects"), switches);
    }

    Answer answer(Call call, String step) {
        if (switches.is("oauth", "off")) {
            throw errors.refused(404, "no such address");
        }
        return switch (call.method() + " " + step) {
            case "GET authorize" -> authorize(call.query(), consent.answered());
            case "POST authorize" -> authorize(call.form(), call.form().getOrDefault("answer", "no"));
            case "POST token" -> token(call.form());
            default -> throw errors.refused(404, "no such address");
        };
    }

    /** What a token allows; empty for one that is none, has ended, or is no token for calls. */
    Optional<String> scopes(String token) {
        return grants.scopes(token);
    }

    Answer desk(Call call) {
        return switch (call.method()) {
            case "POST" -> consent.register(call);
            case "DELETE" -> consent.forget();
            default -> consent.registered();
        };
    }

    Answer withdraw() {
        grants.withdraw();
        return Answer.empty(204);
    }

    /** Where client or address are wrong nobody is sent anywhere (RFC 6749, section 4.1.2.1). */
    private Answer authorize(Map<String, String> asked, String answer) {
        var back = asked.getOrDefault("redirect_uri", "");
        if (!CLIENT.equals(asked.get("client_id")) || !consent.isRegistered(back)) {
            throw oauth(400, "invalid_request");
        }
        var scopes = asked.getOrDefault("scope", ApAccess.READS);
        var challenge = asked.getOrDefault("code_challenge", "");
        if (!"code".equals(asked.get("response_type"))) {
            return consent.back(asked, "error", "unsupported_response_type");
        }
        if (!SCOPES.containsAll(List.of(scopes.split(" ")))) {
            return consent.back(asked, "error", "invalid_scope");
        }
        if (!challenge.isEmpty() && !"S256".equals(asked.get("code_challenge_method"))) {
            return consent.back(asked, "error", "invalid_request");
        }
        return switch (answer) {
            case "yes" -> consent.back(asked, "code", grants.begin(scopes, back, challenge));
            case "no" -> consent.back(asked, "error", "access_denied");
            default -> consent.page(asked);
        };
    }

    private Answer token(Map<String, String> form) {
        if (!CLIENT.equals(form.get("client_id")) || !SECRET.equals(form.get("client_secret"))) {
            throw oauth(401, "invalid_client");
        }
        var grant = switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> grants.byCode(form.getOrDefault("code", ""), form.getOrDefault("redirect_uri", ""), form.getOrDefault("code_verifier", ""));
            case "refresh_token" -> grants.byRefresh(form.getOrDefault("refresh_token", ""), isRotated());
            default -> throw oauth(400, "unsupported_grant_type");
        };
        return given(grant.orElseThrow(() -> oauth(400, "invalid_grant")), isRotated() || !form.containsKey("refresh_token"));
    }

    private boolean isRotated() {
        return switches.is("refresh-token", "rotated");
    }

    private Answer given(ObjectNode grant, boolean isNext) {
        var seconds = (long) switches.number("token-seconds");
        var given = Json.object().put("access_token", grants.access(grant, seconds * 1000)).put("token_type", "Bearer").put("expires_in", seconds).put("scope", grant.get("scopes").textValue());
        return Answer.json(200, isNext ? given.put("refresh_token", grants.refresh(grant)) : given).with("Cache-Control", "no-store");
    }

    private static Refused oauth(int status, String error) {
        return new Refused(Answer.json(status, Json.object().put("error", error)));
    }
}
