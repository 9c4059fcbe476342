package nl.koppelwerk.sandbox.advocaatcentraal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Quota;
import nl.koppelwerk.sandbox.Refused;
import nl.koppelwerk.sandbox.SwitchPanel;
import nl.koppelwerk.sandbox.Vendor;

/** AdvocaatCentraal by {@code assumed-advocaatcentraal/v0}: office 10042, key {@code ac-demo-key}; with basic auth the key is the password. */
public final class AdvocaatCentraal implements Vendor {

    private static final String OFFICES = "/advocaatcentraal/assumed/advocaatcentraal/v0/offices";

    private final SwitchPanel switches;
    private final AcAccess access;
    private final AcRecords records;
    private final AcView view;
    private final AcList list;
    private final AcUpdate update;
    private final AcDesk desk;
    private final Ids ids;

    public AdvocaatCentraal(Ground ground) {
        switches = ground.switches().vendor(system(), AcSwitches.ALL);
        ids = new Ids(ground.journal().bucket(system() + "/settings"));
        access = new AcAccess(switches, new Quota(switches, ground.clock()));
        var stamps = new AcStamps(switches, ground.clock());
        records = new AcRecords(ground.journal().bucket(system() + "/relations"), stamps);
        view = new AcView(switches, stamps);
        list = new AcList(records, view, stamps, switches);
        var webhooks = new AcWebhooks(ground, system(), switches);
        records.onChange(webhooks::changed);
        update = new AcUpdate(records, view, switches, ids);
        desk = new AcDesk(records, stamps, ids, webhooks);
    }

    @Override
    public String system() {
        return "advocaatcentraal";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/advocaatcentraal/");
    }

    @Override
    public Answer answer(Call call) {
        if (!call.path().startsWith(OFFICES)) {
            return failure(404, "no such address");
        }
        var steps = call.stepsAfter(OFFICES);
        if (steps.isEmpty()) {
            return failure(404, "no such address");
        }
        access.check(call, steps.get(0));
        return route(call, steps.get(0).equals(AcAccess.OFFICE), steps.subList(1, steps.size()));
    }

    @Override
    public Answer failure(int status, String text) {
        return Answer.problem(status, "Failed", text);
    }

    @Override
    public void seed(long seed, int relations) {
        records.clear();
        ids.restart(seed);
        new AcSeed(seed, switches).relations(relations, records::put);
    }

    @Override
    public Answer desk(Call call, String rest) {
        return desk.answer(call, rest);
    }

    @Override
    public void export(Consumer<ObjectNode> line) {
        desk.export(line);
    }

    private Answer route(Call call, boolean ours, List<String> steps) {
        var shape = steps.size() + (steps.isEmpty() ? "" : " " + steps.get(0)) + (steps.size() > 2 ? " " + steps.get(2) : "");
        return switch (shape) {
            case "1 relation-types" -> only(call, "GET", Answer.json(200, types()));
            case "1 relations" -> reads(call) ? ours ? list.answer(call.query()) : Answer.json(200, Json.object().putNull("nextCursor").set("items", Json.array())) : not("GET");
            case "2 relations" -> reads(call) ? read(ours, steps.get(1)) : writes(call) ? update.relation(call, found(ours, steps.get(1))) : not("GET, " + verb());
            case "4 relations contacts" -> writes(call) ? update.contact(call, found(ours, steps.get(1)), steps.get(3)) : not(verb());
            case "4 relations addresses" -> writes(call) ? update.address(call, found(ours, steps.get(1)), steps.get(3)) : not(verb());
            default -> failure(404, "no such address");
        };
    }

    private Answer read(boolean ours, String id) {
        var relation = found(ours, id);
        return update.answer(relation, view.relation(relation.deepCopy()));
    }

    private ObjectNode found(boolean ours, String id) {
        var relation = records.find(id).filter(one -> ours).orElseThrow(() -> new Refused(failure(404, "no relation " + id)));
        if (relation.path("verwijderd").asBoolean() && !switches.is("deleted-item", "200-with-mark")) {
            throw new Refused(failure(Integer.parseInt(switches.get("deleted-item")), "relation " + id + " has been deleted"));
        }
        return relation;
    }

    private ObjectNode types() {
        var items = Json.array();
        AcSeed.types(switches).forEach((code, label) -> items.addObject().put("code", code).put("label", label));
        return Json.object().set("items", items);
    }

    private boolean reads(Call call) {
        return call.method().equals("GET");
    }

    private boolean writes(Call call) {
        return call.method().equals(verb());
    }

    private String verb() {
        return switches.is("update", "full-put") ? "PUT" : "PATCH";
    }

    private static Answer only(Call call, String method, Answer answer) {
        return call.method().equals(method) ? answer : not(method);
    }

    private static Answer not(String allowed) {
        return Answer.problem(405, "Method Not Allowed", "allowed here: " + allowed).with("Allow", allowed);
    }
}
