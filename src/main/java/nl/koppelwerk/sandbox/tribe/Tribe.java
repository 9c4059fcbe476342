package nl.koppelwerk.sandbox.tribe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.Vendor;

/**
 * Tribe CRM: {@code /tribe/v1/odata}, {@code /tribe/v1/webhooks} and {@code /tribe-auth/oauth2/token}.
 *
 * <p>Where the contract is silent it assumes: a create answers 201 with the record, an update 200 with the record (both
 * switches); an address has no stamp and no webhook and does not touch its owner; a nested address without ID on an update
 * becomes a new record; the own organisation is the one that {@code Relationship_Organization_Identity} refers to.
 */
public final class Tribe implements Vendor {

    private static final String ODATA = "/tribe/v1/odata";
    private static final String WEBHOOKS = "/tribe/v1/webhooks";

    private final TribeErrors errors;
    private final TribeAuth auth;
    private final TribeRecords records;
    private final TribeWebhooks webhooks;
    private final TribeOData odata;
    private final TribeDesk desk;
    private final Ids ids;

    public Tribe(Ground ground) {
        var switches = ground.switches().vendor(system(), TribeSwitches.ALL);
        var schema = new TribeSchema();
        ids = new Ids(ground.journal().bucket("tribe/settings"));
        errors = new TribeErrors(switches);
        auth = new TribeAuth(switches, ground.clock(), ids, errors);
        records = new TribeRecords(schema, ground.journal());
        webhooks = new TribeWebhooks(ground, switches, errors, schema);
        var view = new TribeView(records, switches);
        var design = new TribeDesign(records, view, new TribeValues(switches, errors), webhooks, errors, switches, ground.clock(), ids);
        odata = new TribeOData(design, switches);
        desk = new TribeDesk(design);
    }

    @Override
    public String system() {
        return "tribe";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/tribe/") || path.startsWith("/tribe-auth/");
    }

    @Override
    public Answer answer(Call call) {
        if (call.path().equals("/tribe-auth/oauth2/token")) {
            return auth.token(call);
        }
        auth.check(call);
        if (call.path().equals(WEBHOOKS) || call.path().startsWith(WEBHOOKS + "/")) {
            return webhooks.answer(call, String.join("/", call.stepsAfter(WEBHOOKS)));
        }
        List<String> steps = call.path().startsWith(ODATA + "/") ? call.stepsAfter(ODATA) : List.of();
        if (steps.size() != 1) {
            throw errors.refused(404, "no such address");
        }
        return odata.answer(call, steps.get(0));
    }

    @Override
    public Answer failure(int status, String text) {
        return errors.answer(status, text);
    }

    /** Registrations of webhooks stay: they belong to the application, not to the records. */
    @Override
    public void seed(long seed, int relations) {
        records.clear();
        ids.restart(seed);
        new TribeSeed(records, seed).all();
    }

    @Override
    public Answer desk(Call call, String rest) {
        return desk.answer(call, rest);
    }

    @Override
    public void export(Consumer<ObjectNode> line) {
        desk.export(line);
    }
}
