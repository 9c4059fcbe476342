package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.Vendor;

/**
 * Visma e-conomic, agreement 1234567: {@code /economic} stands for restapi.e-conomic.com and {@code /economic-apis} for
 * apis.e-conomic.com, with the tokens {@code economic-demo-app} and {@code economic-demo-grant}.
 *
 * <p>Where the contract is silent it assumes: a write that changes nothing is a change; contacts follow a renumbered customer with
 * their stamps unmoved and go with a deleted one; a missing flag of CUST is false, so a PUT without {@code access} bars the customer; the first
 * line of an address is {@code address1} and the rest {@code address2}; what one API does not know, its PUT leaves as it is.
 */
public final class Economic implements Vendor {

    static final String REST = "/economic";
    static final String CUST = "/economic-apis/customersapi/v3.1.0";
    static final String HOOK = "/economic-apis/webhooksapi/v1.0.0";

    private final EcoAccess access;
    private final EcoBudget budget;
    private final EcoReplays replays;
    private final RestErrors restErrors;
    private final ApisErrors apisErrors;
    private final EcoRecords records;
    private final Ids ids;
    private final Rest rest;
    private final Cust cust;
    private final Hooks hooks;
    private final EcoDesk desk;

    public Economic(Ground ground) {
        var switches = ground.switches().vendor(system(), EcoSwitches.ALL);
        var time = new EcoTime(ground.clock(), switches);
        ids = new Ids(ground.journal().bucket("economic/settings"));
        access = new EcoAccess(switches);
        budget = new EcoBudget(switches, ground.clock());
        replays = new EcoReplays(ground.journal().bucket("economic/replies"), time);
        restErrors = new RestErrors(switches, time, ids);
        apisErrors = new ApisErrors(time, ids);
        records = new EcoRecords(ground.journal(), switches);
        var webhooks = new EcoWebhooks(ground, switches, time, ids);
        var design = new EcoDesign(records, new EcoChanges(records, time, ids, switches, webhooks), switches, new EcoCut(switches));
        rest = new Rest(design, restErrors);
        cust = new Cust(design, apisErrors);
        hooks = new Hooks(webhooks, apisErrors, switches);
        desk = new EcoDesk(design, webhooks, new EcoDeskHooks(hooks, webhooks, apisErrors), budget);
    }

    @Override
    public String system() {
        return "economic";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/economic/") || path.startsWith("/economic-apis/");
    }

    /** Whatever the answer is, it tells what the call took of the common budget. */
    @Override
    public Answer answer(Call call) {
        try {
            return told(call, admitted(call));
        } catch (Refused refused) {
            return told(call, refused.answer());
        }
    }

    @Override
    public Answer failure(int status, String text) {
        return status == 429 ? restErrors.tooMany() : restErrors.answer(status, text);
    }

    /** Webhooks stay: they belong to the agreement's settings, not to the records. */
    @Override
    public void seed(long seed, int relations) {
        records.clear();
        replays.clear();
        ids.restart(seed);
        new EcoSeed(records, ids, seed).all(relations);
    }

    @Override
    public Answer desk(Call call, String rest) {
        return desk.answer(call, rest);
    }

    @Override
    public void export(Consumer<ObjectNode> line) {
        desk.export(line);
    }

    private Answer admitted(Call call) {
        var errors = call.path().startsWith("/economic-apis/") ? apisErrors : restErrors;
        access.check(call, errors);
        budget.take(call, errors);
        return replays.answer(call, () -> routed(call, errors));
    }

    private Answer routed(Call call, EcoErrors errors) {
        if (call.path().startsWith(CUST + "/")) {
            return cust.answer(call);
        }
        if (call.path().startsWith(HOOK + "/")) {
            return hooks.answer(call);
        }
        if (errors != restErrors) {
            throw errors.refused(404, "Resource not found.");
        }
        return rest.answer(call);
    }

    private Answer told(Call call, Answer answer) {
        return budget.told(call, answer).with("X-RequestId", UUID.randomUUID().toString());
    }
}
