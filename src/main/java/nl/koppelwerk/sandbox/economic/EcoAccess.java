package nl.koppelwerk.sandbox.economic;

import java.util.Map;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;

/**
 * Two tokens let a call in. A second app is known, whose agreement has not bought the module: its pair is refused with 403, and a mix
 * of the two pairs is no pair.
 */
final class EcoAccess {

    static final int AGREEMENT = 1_234_567;

    private static final Map<String, String> PAIRS = Map.of("economic-demo-app", "economic-demo-grant", "economic-other-app", "economic-other-grant");

    private final SwitchPanel switches;

    EcoAccess(SwitchPanel switches) {
        this.switches = switches;
    }

    void check(Call call, EcoErrors errors) {
        var app = call.header("X-AppSecretToken").orElse("");
        var grant = call.header("X-AgreementGrantToken").orElse("");
        if (!PAIRS.containsKey(app) || !PAIRS.containsValue(grant) || switches.is("grant", "revoked")) {
            throw new Refused(errors.answer(401, "The tokens are missing, unknown or revoked."));
        }
        if (!PAIRS.get(app).equals(grant)) {
            throw new Refused(errors.notAPair(Integer.parseInt(switches.get("token-pair-status"))));
        }
        if (!app.equals("economic-demo-app") || switches.is("grant", "module-missing")) {
            throw new Refused(errors.moduleMissing());
        }
    }

    /** A body has to be called JSON. */
    static void checkType(Call call, EcoErrors errors) {
        var type = call.header("Content-Type").orElse("");
        if (call.body().length > 0 && !type.toLowerCase().contains("json")) {
            throw errors.refused(415, "The body must be application/json.");
        }
    }

    static Answer only(Call call, String method, EcoErrors errors, java.util.function.Supplier<Answer> answer) {
        if (!call.method().equals(method)) {
            throw errors.notAllowed(call.method());
        }
        return answer.get();
    }
}
