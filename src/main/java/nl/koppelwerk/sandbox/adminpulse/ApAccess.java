package nl.koppelwerk.sandbox.adminpulse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Quota;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Who may call: an API key of the office, or a token of OAuth; each with its scopes. */
final class ApAccess {

    static final String READS = "relations.read tasks.read";

    private static final String OFFICE = "kantoor-voorbeeld";
    private static final String BEARER = "Bearer ";
    private static final Map<String, String> SCOPES_OF_KEY = Map.of("adminpulse-demo-key", READS, "adminpulse-tasks-key", "tasks.read",
            "adminpulse-write-key", READS + " tasks.write relations.write");

    private final SwitchPanel switches;
    private final ApOauth oauth;
    private final Quota quota;
    private final ApErrors errors;

    ApAccess(SwitchPanel switches, ApOauth oauth, Quota quota, ApErrors errors) {
        this.switches = switches;
        this.oauth = oauth;
        this.quota = quota;
        this.errors = errors;
    }

    /** Refuses who is not known, has not that scope, or has used up the minute. */
    void check(Call call, String scope) {
        var shown = call.header("Authorization").filter(value -> value.startsWith(BEARER)).map(value -> value.substring(BEARER.length())).orElse("");
        var scopes = Optional.ofNullable(SCOPES_OF_KEY.get(shown)).or(() -> oauth.scopes(shown)).orElseThrow(() -> errors.refused(401, "unknown key"));
        if (!isAllowed(scope, scopes)) {
            throw errors.refused((int) switches.number("scope-status"), "the scope " + scope + " is missing");
        }
        errors.unlessFree(quota.take(OFFICE, "480/min"));
    }

    private boolean isAllowed(String scope, String scopes) {
        var isUnchecked = scope.equals("relations.read") && switches.is("relations-scope", "none-checked");
        return isUnchecked || List.of(scopes.split(" ")).contains(scope);
    }
}
