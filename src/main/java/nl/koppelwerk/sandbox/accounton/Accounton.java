package nl.koppelwerk.sandbox.accounton;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.CursorList;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.ProblemErrors;
import nl.koppelwerk.sandbox.Quota;
import nl.koppelwerk.sandbox.RecordEvents;
import nl.koppelwerk.sandbox.RecordVersions;
import nl.koppelwerk.sandbox.ReplayKeys;
import nl.koppelwerk.sandbox.StandardWebhooks;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.Vendor;

/** Accounton by {@code assumed-accounton/v0}: key {@code accounton-demo-key} of an administrator, {@code accounton-plain-key} of who is none. */
public final class Accounton implements Vendor {

    private static final String BASE = "/accounton/assumed/accounton/v0";
    private static final String SECRET = "whsec_YWNjb3VudG9uLWRlbW8td2ViaG9vay1zZWNyZXQtMzI=";

    private final SwitchPanel switches;
    private final ProblemErrors errors;
    private final AtAccess access;
    private final AtClients clients;
    private final AtImports imports;
    private final AtMails mails;
    private final AtWarmUp warmUp;
    private final ReplayKeys keys;
    private final AtApi api;
    private final AtDesk desk;
    private final Ids ids;

    public Accounton(Ground ground) {
        var journal = ground.journal();
        var clock = ground.clock();
        switches = ground.switches().vendor(system(), AtSwitches.ALL);
        ids = new Ids(journal.bucket(system() + "/ids"));
        errors = new ProblemErrors(switches);
        access = new AtAccess(switches, new Quota(switches, clock), errors);
        keys = new ReplayKeys(journal.bucket(system() + "/keys"), switches, clock, errors);
        warmUp = new AtWarmUp(journal.bucket(system() + "/warm-up"), switches, clock, errors);
        mails = new AtMails(journal.bucket(system() + "/mails"), switches, clock, ids);
        var webhooks = new StandardWebhooks(ground, system(), switches, errors, SECRET);
        RecordEvents events = webhooks;
        clients = new AtClients(journal.bucket(system() + "/clients"), events, switches, clock, ids);
        var fields = new AtFields(switches);
        var sorting = new AtSorting(clients, fields, switches);
        imports = new AtImports(journal.bucket(system() + "/imports"), sorting, events, switches, errors, ground, ids);
        api = api(fields, sorting);
        desk = new AtDesk(clients, mails, new AtSheet(imports, switches, errors), webhooks);
    }

    private AtApi api(AtFields fields, AtSorting sorting) {
        var view = new AtView(switches);
        var questionnaires = new AtQuestionnaires();
        var updating = new AtUpdating(clients, fields, sorting, view, errors, new RecordVersions(switches, errors), switches);
        var importing = new AtImportCalls(imports, new AtApplying(clients, fields, questionnaires, mails), warmUp, keys, errors, switches);
        return new AtApi(clients, new CursorList(clients.byChange(), view::client, errors, switches), updating, imports, importing,
                new AtRows(clients, view, errors), questionnaires, errors, switches);
    }

    @Override
    public String system() {
        return "accounton";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/accounton/");
    }

    @Override
    public Answer answer(Call call) {
        if (!call.path().startsWith(BASE + "/") || switches.is("channel", "excel-only")) {
            throw errors.refused(404, "no such address");
        }
        access.check(call);
        return api.answer(call, call.stepsAfter(BASE));
    }

    @Override
    public Answer failure(int status, String text) {
        return errors.answer(status, text);
    }

    /** The address of a webhook stays: a person pasted it, it is no record. */
    @Override
    public void seed(long seed, int relations) {
        clients.clear();
        imports.clear();
        mails.clear();
        warmUp.clear();
        keys.clear();
        ids.restart(seed);
        new AtSeed(seed).clients(relations, clients::keep);
    }

    @Override
    public Answer desk(Call call, String rest) {
        return desk.answer(call, call.stepsAfter(call.path().substring(0, call.path().length() - rest.length())));
    }

    @Override
    public void export(Consumer<ObjectNode> line) {
        desk.export(line);
    }
}
