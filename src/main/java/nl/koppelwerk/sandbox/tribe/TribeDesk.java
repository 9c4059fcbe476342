package nl.koppelwerk.sandbox.tribe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;

/** What a person does in Tribe's own screens: sees, makes, changes and deletes records; stamps move and webhooks go out. */
final class TribeDesk {

    private final TribeDesign design;
    private final TribeWrites writes;

    TribeDesk(TribeDesign design) {
        this.design = design;
        this.writes = new TribeWrites(design);
    }

    Answer answer(Call call, String rest) {
        var steps = call.stepsAfter(call.path().substring(0, call.path().length() - rest.length()));
        return switch (steps.size() + " " + call.method() + " " + (steps.isEmpty() ? "" : steps.get(0))) {
            case "1 GET records" -> list(call);
            case "1 POST records" -> create(body(call));
            case "2 GET records" -> Answer.json(200, readable(table(steps.get(1)), steps.get(1)));
            case "2 PATCH records" -> call.query().containsKey("silently") ? mend(steps.get(1), body(call)) : patch(steps.get(1), body(call));
            case "2 DELETE records" -> delete(steps.get(1));
            case "1 GET webhooks" -> Answer.json(200, design.webhooks().state().set("items", design.webhooks().all()));
            case "1 DELETE webhooks" -> forget();
            default -> throw refused(404, "no such address at the desk");
        };
    }

    void export(Consumer<ObjectNode> line) {
        design.records().schema().all().forEach(type -> {
            var table = design.records().table(type.set());
            table.ids().forEach(id -> line.accept(readable(table, id)));
        });
    }

    private Answer list(Call call) {
        var query = call.query();
        var set = query.getOrDefault("set", "Relation");
        var limit = Integer.parseInt(query.getOrDefault("limit", "100"));
        var ids = design.records().tables(set).stream().flatMap(table -> table.ids().stream())
                .skip(Long.parseLong(query.getOrDefault("cursor", "0"))).limit(limit).toList();
        var items = Json.array();
        ids.forEach(id -> items.add(readable(table(id), id)));
        var next = ids.size() < limit ? null : String.valueOf(Long.parseLong(query.getOrDefault("cursor", "0")) + limit);
        return Answer.json(200, Json.object().put("nextCursor", next).set("items", items));
    }

    private Answer create(ObjectNode wanted) {
        var set = wanted.path("set").asText();
        wanted.remove("set");
        var type = design.records().schema().find(set).orElseThrow(() -> refused(400, "set names an entity set, not " + set));
        var change = new TribeChange(design, false);
        var id = change.create(type, wanted).get("ID").textValue();
        change.commit();
        return Answer.json(201, readable(table(id), id));
    }

    private Answer patch(String id, ObjectNode body) {
        var table = table(id);
        var change = new TribeChange(design, false);
        change.update(table.type(), table.find(id).orElseThrow(), body);
        change.commit();
        return Answer.json(200, readable(table, id));
    }

    /** As by a mend in the vendor's own database: no stamp moves and no webhook goes out. */
    private Answer mend(String id, ObjectNode body) {
        var table = table(id);
        table.put(Json.merge(table.find(id).orElseThrow(), body));
        return Answer.json(200, readable(table, id));
    }

    private Answer delete(String id) {
        writes.remove(table(id).type(), id, false);
        return Answer.empty(204);
    }

    private Answer forget() {
        design.webhooks().clear();
        return Answer.empty(204);
    }

    private TribeTable table(String id) {
        return design.records().holder(id).orElseThrow(() -> refused(404, "no record " + id));
    }

    private static ObjectNode readable(TribeTable table, String id) {
        var record = Json.object().put("_Set", table.type().set());
        record.setAll(table.find(id).orElseThrow());
        record.remove("_v");
        return record;
    }

    private static ObjectNode body(Call call) {
        return Json.readObject(call.body()).orElseThrow(() -> refused(400, "the body is not a JSON object"));
    }

    private static Refused refused(int status, String detail) {
        return new Refused(Answer.problem(status, "Refused", detail));
    }
}
