package nl.koppelwerk.sandbox.compenda;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.ApiKeys;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.ProblemErrors;
import nl.koppelwerk.sandbox.Quota;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/** Who may call, and of which tenant: a key that may do all, one that may only read, and one of another tenant. */
final class CpAccess {

    static final String TENANT = "demo";

    private static final Map<String, String> TENANT_OF_KEY = Map.of("compenda-demo-key", TENANT, "compenda-read-key", TENANT, "compenda-other-key", "other");

    private final SwitchPanel switches;
    private final ApiKeys keys;
    private final Quota quota;
    private final ProblemErrors errors;

    CpAccess(SwitchPanel switches, Quota quota, ProblemErrors errors) {
        this.switches = switches;
        this.keys = new ApiKeys(switches);
        this.quota = quota;
        this.errors = errors;
    }

    /** The steps of the path behind the tenant; refuses who has no key, not the right, or has used up the minute. */
    List<String> check(Call call, List<String> steps) {
        var key = keys.of(call).filter(TENANT_OF_KEY::containsKey).orElseThrow(() -> errors.refused(401, "unknown key"));
        var tenant = tenant(call, steps).orElseThrow(() -> errors.refused(404, "no tenant was named"));
        if (!TENANT_OF_KEY.get(key).equals(tenant)) {
            throw errors.refused(403, "the key is not of tenant " + tenant);
        }
        if (key.equals("compenda-read-key") && !call.reads()) {
            throw errors.refused(403, "the key may only read");
        }
        quota.take(tenant, "120/min").ifPresent(wait -> {
            Answer full = errors.answer(429, "120 calls a minute").with("Retry-After", String.valueOf(wait));
            throw new Refused(full);
        });
        return switches.is("tenant", "path") ? steps.subList(2, steps.size()) : steps;
    }

    boolean isOther(Call call) {
        return keys.of(call).filter("compenda-other-key"::equals).isPresent();
    }

    private Optional<String> tenant(Call call, List<String> steps) {
        return switch (switches.get("tenant")) {
            case "path" -> steps.size() > 1 && steps.get(0).equals("tenants") ? Optional.of(steps.get(1)) : Optional.empty();
            case "header" -> call.header("X-Tenant");
            default -> Optional.of(ofHost(call.header("Host").orElse("")));
        };
    }

    /** The first label of the host; this machine itself, of which a base address has no label, stands for the demonstration. */
    private static String ofHost(String host) {
        var name = host.replaceAll(":\\d+$", "");
        return name.matches("\\[.*|[\\d.]+|localhost|") ? TENANT : name.replaceAll("\\..*", "");
    }
}
