package nl.koppelwerk.sandbox.adminpulse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Quota;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.Vendor;

/**
 * AdminPulse, where a Belgian office keeps its clients and what is to be done for them: key {@code adminpulse-demo-key} reads all,
 * {@code adminpulse-tasks-key} only tasks, {@code adminpulse-write-key} writes too where anything may be written.
 */
public final class AdminPulse implements Vendor {

    private static final String BASE = "/adminpulse";
    private static final String OAUTH = "oauth";

    private final ApErrors errors;
    private final ApOauth oauth;
    private final ApRelations relations;
    private final ApTasks tasks;
    private final ApApi api;
    private final ApDesk desk;
    private final Ids ids;

    public AdminPulse(Ground ground) {
        var journal = ground.journal();
        SwitchPanel switches = ground.switches().vendor(system(), ApSwitches.ALL);
        errors = new ApErrors(switches);
        ids = new Ids(journal.bucket(system() + "/ids"));
        oauth = new ApOauth(ground, switches, ids, errors);
        relations = new ApRelations(journal.bucket(system() + "/relations"));
        tasks = new ApTasks(journal.bucket(system() + "/tasks"));
        var webhooks = new ApWebhooks(ground, switches, errors);
        var changes = new ApChanges(relations, webhooks, ground.clock(), switches, ids);
        var access = new ApAccess(switches, oauth, new Quota(switches, ground.clock()), errors);
        api = new ApApi(access, relations, tasks, new ApTaskQuery(tasks, relations, switches, errors), new ApPages(switches, errors), new ApView(switches), changes, switches, errors);
        desk = new ApDesk(relations, tasks, changes, webhooks, oauth, ids, errors);
    }

    @Override
    public String system() {
        return "adminpulse";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith(BASE + "/");
    }

    @Override
    public Answer answer(Call call) {
        var steps = call.stepsAfter(BASE);
        return steps.size() == 2 && steps.get(0).equals(OAUTH) ? oauth.answer(call, steps.get(1)) : api.answer(call, steps);
    }

    @Override
    public Answer failure(int status, String text) {
        return errors.answer(status, text);
    }

    /** The address of a webhook stays, and what was allowed: a person did that, it is no record. */
    @Override
    public void seed(long seed, int count) {
        relations.clear();
        tasks.clear();
        ids.restart(seed);
        var invented = new ApSeed(seed);
        invented.relations(count, relations::put);
        invented.tasks(count, tasks::put);
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
