package nl.koppelwerk.sandbox.clickmate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.ByChange;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.ContactsDesk;
import nl.koppelwerk.sandbox.CursorList;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.ProblemErrors;
import nl.koppelwerk.sandbox.Quota;
import nl.koppelwerk.sandbox.RecordVersions;
import nl.koppelwerk.sandbox.ReplayKeys;
import nl.koppelwerk.sandbox.StandardWebhooks;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.Vendor;

/**
 * Clickmate CRM by {@code assumed-clickmate/v0}: account {@code demo}, key {@code clickmate-demo-key}; with basic auth the key
 * is the password. Comparison and resolution are what the hub offers to Clickmate's screen, so they are not here.
 */
public final class Clickmate implements Vendor {

    private static final String ACCOUNTS = "/clickmate/assumed/clickmate/v0/accounts";
    private static final String SECRET = "whsec_Y2xpY2ttYXRlLWRlbW8td2ViaG9vay1zZWNyZXQtMzI=";

    private final SwitchPanel switches;
    private final ProblemErrors errors;
    private final CmAccess access;
    private final ByChange customers;
    private final CmView view;
    private final RecordVersions versions;
    private final CursorList list;
    private final ReplayKeys keys;
    private final CmWrites writes;
    private final CmSettings settings;
    private final StandardWebhooks webhooks;
    private final CmLoose loose;
    private final CmDesk desk;
    private final Ids ids;

    public Clickmate(Ground ground) {
        var journal = ground.journal();
        switches = ground.switches().vendor(system(), CmSwitches.ALL);
        ids = new Ids(journal.bucket(system() + "/ids"));
        errors = new ProblemErrors(switches);
        access = new CmAccess(switches, new Quota(switches, ground.clock()), errors);
        customers = new ByChange(journal.bucket(system() + "/customers"));
        view = new CmView(switches);
        versions = new RecordVersions(switches, errors);
        list = new CursorList(customers, view::customer, errors, switches);
        keys = new ReplayKeys(journal.bucket(system() + "/keys"), switches, ground.clock(), errors);
        webhooks = new StandardWebhooks(ground, system(), switches, errors, SECRET);
        var changes = new CmChanges(customers, webhooks, switches, ground.clock(), ids);
        writes = new CmWrites(new CmChanges(customers, webhooks.byPrograms(), switches, ground.clock(), ids), keys, view, errors, versions, switches);
        settings = new CmSettings(journal.bucket(system() + "/settings"), versions, errors);
        loose = new CmLoose(journal.bucket(system() + "/loose"), changes, webhooks, switches);
        desk = new CmDesk(new ContactsDesk(customers, changes), webhooks, loose);
    }

    @Override
    public String system() {
        return "clickmate";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/clickmate/");
    }

    @Override
    public Answer answer(Call call) {
        var steps = call.path().startsWith(ACCOUNTS + "/") ? call.stepsAfter(ACCOUNTS) : List.<String>of();
        if (steps.isEmpty()) {
            throw errors.refused(404, "no such address");
        }
        access.check(call, steps.get(0));
        return steps.get(0).equals(CmAccess.ACCOUNT) ? route(call, steps.subList(1, steps.size())) : nobodys(call, steps.size() == 2);
    }

    @Override
    public Answer failure(int status, String text) {
        return errors.answer(status, text);
    }

    /** The address of a webhook stays: a person pasted it, it is no record. */
    @Override
    public void seed(long seed, int relations) {
        customers.clear();
        keys.clear();
        loose.clear();
        ids.restart(seed);
        var invented = new CmSeed(seed);
        invented.customers(relations, customers::put);
        if (switches.is("loose-contacts", "some")) {
            loose.keep(invented.contact("alene.example"));
        }
    }

    @Override
    public Answer desk(Call call, String rest) {
        return desk.answer(call, rest);
    }

    @Override
    public void export(Consumer<ObjectNode> line) {
        desk.export(line);
    }

    private Answer route(Call call, List<String> steps) {
        var shape = steps.size() + (steps.isEmpty() ? "" : " " + steps.get(0)) + (steps.size() > 2 ? " " + steps.get(2) : "");
        return switch (shape) {
            case "1 customers" -> errors.by(call, Map.of("GET", () -> list.answer(call.query()), "POST", () -> writes.create(call)));
            case "2 customers" -> errors.by(call, Map.of("GET", () -> shown(steps.get(1)), "PATCH", () -> writes.update(call, found(steps.get(1)))));
            case "3 customers contacts" -> errors.by(call, Map.of("GET", () -> contacts(steps.get(1)), "POST", () -> writes.addContact(call, found(steps.get(1)))));
            case "4 customers contacts" -> contact(call, found(steps.get(1)), steps.get(3));
            case "1 settings" -> errors.by(call, Map.of("GET", settings::read, "PUT", () -> settings.replace(call)));
            case "1 webhook" -> errors.by(call, Map.of("GET", webhooks::read, "PUT", () -> webhooks.register(call)));
            default -> throw errors.refused(404, "no such address");
        };
    }

    private Answer shown(String id) {
        var customer = found(id);
        return versions.tagged(Answer.json(200, view.customer(customer.deepCopy())), customer);
    }

    private Answer contacts(String id) {
        var customer = found(id);
        var items = Json.array();
        customer.path("contacts").forEach(one -> items.add(view.contact(one.deepCopy())));
        return versions.tagged(Answer.json(200, Json.object().putNull("nextCursor").set("items", items)), customer);
    }

    private Answer contact(Call call, ObjectNode customer, String id) {
        for (var one : customer.path("contacts")) {
            if (one.path("id").asText().equals(id)) {
                return errors.by(call, Map.of("GET", () -> versions.tagged(Answer.json(200, view.contact(one.deepCopy())), customer),
                        "PATCH", () -> writes.updateContact(call, customer, (ObjectNode) one)));
            }
        }
        throw errors.refused(404, "no contact " + id);
    }

    /** The other account has nothing and takes nothing. */
    private Answer nobodys(Call call, boolean isList) {
        if (isList && call.method().equals("GET") && call.path().endsWith("/customers")) {
            return Answer.json(200, Json.object().putNull("nextCursor").set("items", Json.array()));
        }
        throw errors.refused(404, "nothing here");
    }

    private ObjectNode found(String id) {
        return customers.find(id).orElseThrow(() -> errors.refused(404, "no customer " + id));
    }
}
