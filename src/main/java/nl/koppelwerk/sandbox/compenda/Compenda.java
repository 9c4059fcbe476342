package nl.koppelwerk.sandbox.compenda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.ByChange;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.ContactsDesk;
import nl.koppelwerk.sandbox.CursorList;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.ProblemErrors;
import nl.koppelwerk.sandbox.Quota;
import nl.koppelwerk.sandbox.RecordVersions;
import nl.koppelwerk.sandbox.ReplayKeys;
import nl.koppelwerk.sandbox.StandardWebhooks;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.Vendor;

/**
 * Compenda by {@code assumed-compenda/v0}: tenant {@code demo}, key {@code compenda-demo-key} ({@code compenda-read-key} may only
 * read); with basic auth the key is the password. The tenant stands in the host, which on this machine is {@code /compenda}.
 */
public final class Compenda implements Vendor {

    private static final String BASE = "/compenda/assumed/compenda/v0";
    private static final String SECRET = "whsec_Y29tcGVuZGEtZGVtby13ZWJob29rLXNlY3JldC0zMiE=";

    private final SwitchPanel switches;
    private final ProblemErrors errors;
    private final CpAccess access;
    private final ByChange relations;
    private final ByChange projects;
    private final ReplayKeys keys;
    private final CpFinancial financial;
    private final CpApi api;
    private final CpDesk desk;
    private final Ids ids;

    public Compenda(Ground ground) {
        var journal = ground.journal();
        switches = ground.switches().vendor(system(), CpSwitches.ALL);
        ids = new Ids(journal.bucket(system() + "/ids"));
        errors = new ProblemErrors(switches);
        access = new CpAccess(switches, new Quota(switches, ground.clock()), errors);
        relations = new ByChange(journal.bucket(system() + "/relations"));
        projects = new ByChange(journal.bucket(system() + "/projects"));
        keys = new ReplayKeys(journal.bucket(system() + "/keys"), switches, ground.clock(), errors);
        var versions = new RecordVersions(switches, errors);
        financial = new CpFinancial(journal.bucket(system() + "/financial"), versions, errors);
        var webhooks = new StandardWebhooks(ground, system(), switches, errors, SECRET);
        var changes = new CpChanges(relations, webhooks, switches, ground.clock(), ids);
        api = api(new CpChanges(relations, webhooks.byPrograms(), switches, ground.clock(), ids), webhooks, versions);
        desk = new CpDesk(new ContactsDesk(relations, changes), projects, changes, webhooks);
    }

    private CpApi api(CpChanges changes, StandardWebhooks webhooks, RecordVersions versions) {
        var view = new CpView(switches);
        return new CpApi(relations, new CursorList(relations, view::relation, errors, switches), new CursorList(projects, view::project, errors, switches), view,
                new CpWrites(changes, keys, view, errors, versions, switches), financial, webhooks, versions, errors);
    }

    @Override
    public String system() {
        return "compenda";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/compenda/");
    }

    @Override
    public Answer answer(Call call) {
        if (!call.path().startsWith(BASE + "/")) {
            throw errors.refused(404, "no such address");
        }
        var steps = access.check(call, call.stepsAfter(BASE));
        return access.isOther(call) ? api.nobodys(call, steps) : api.answer(call, steps);
    }

    @Override
    public Answer failure(int status, String text) {
        return errors.answer(status, text);
    }

    /** The address of a webhook stays: a person pasted it, it is no record. */
    @Override
    public void seed(long seed, int count) {
        relations.clear();
        projects.clear();
        keys.clear();
        financial.clear();
        ids.restart(seed);
        var invented = new CpSeed(seed, switches.is("dirty", "some"));
        invented.relations(count, relations::put);
        invented.projects(projects::put);
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
