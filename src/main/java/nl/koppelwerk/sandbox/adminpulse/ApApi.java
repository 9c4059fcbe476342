package nl.koppelwerk.sandbox.adminpulse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The addresses: which call needs which scope and is answered by what. */
record ApApi(ApAccess access, ApRelations relations, ApTasks tasks, ApTaskQuery taskQuery, ApPages pages, ApView view, ApChanges changes, SwitchPanel switches, ApErrors errors) {

    Answer answer(Call call, List<String> steps) {
        var shape = call.method() + " " + (steps.size() == 1 || steps.size() == 2 ? steps.get(0) + (steps.size() == 2 ? "/" : "") : "");
        return switch (shape) {
            case "GET relations" -> allowed(call, "relations.read", () -> list(call.query()));
            case "GET relations/" -> allowed(call, "relations.read", () -> shown(200, found(steps.get(1))));
            case "GET companies" -> allowed(call, "relations.read", ApApi::companies);
            case "GET tasks" -> allowed(call, "tasks.read", () -> pages.answer(call.query(), taskQuery.ids(call.query()), id -> view.task(tasks.find(id).orElseThrow())));
            case "GET tasks/" -> allowed(call, "tasks.read", () -> Answer.json(200, view.task(task(steps.get(1)))));
            case "PUT tasks/" -> allowed(call, "tasks.write", () -> work(task(steps.get(1)), body(call)));
            case "POST relations", "PUT relations/", "PATCH relations/", "DELETE relations/" -> allowed(call, "relations.write", () -> write(call, steps));
            default -> throw errors.refused(404, "no such address");
        };
    }

    private Answer allowed(Call call, String scope, Supplier<Answer> work) {
        access.check(call, scope);
        return work.get();
    }

    private Answer list(Map<String, String> query) {
        var all = relations.all(!switches.is("inactive-in-list", "excluded"));
        if (query.containsKey("vatNumber")) {
            all = relations.those(all, one -> one.path("vatNumber").asText("").replaceAll("\\D", "").equals(query.get("vatNumber")));
        }
        if (query.containsKey("modifiedSince") && switches.is("delta", "modifiedSince")) {
            all = relations.those(all, one -> one.path("modifiedOn").asText("").compareTo(query.get("modifiedSince")) >= 0);
        }
        return pages.answer(query, all, identifier -> view.relation(found(identifier)));
    }

    /** Some lists are no pages. */
    private static Answer companies() {
        return Answer.json(200, Json.array().add(Json.object().put("id", ApSeed.COMPANY).put("name", "Kantoor Voorbeeld BV")));
    }

    private Answer work(ObjectNode task, ObjectNode body) {
        if (!body.path("status").isInt() || body.get("status").intValue() < 0 || body.get("status").intValue() > 2) {
            throw errors.refused(400, "status is 0, 1 or 2");
        }
        tasks.put(task.put("status", body.get("status").intValue()).put("remark", body.path("remark").asText(null)));
        return Answer.json(200, view.task(task));
    }

    private Answer write(Call call, List<String> steps) {
        if (!switches.is("relation-writes", "accepted")) {
            throw errors.refused((int) switches.number("relation-writes"), "relations are read only");
        }
        if (call.method().equals("DELETE")) {
            relations.remove(found(steps.get(1)).get("uniqueIdentifier").textValue());
            return Answer.empty(204);
        }
        return steps.size() == 1 ? shown(201, changes.make(body(call))) : shown(200, changes.change(found(steps.get(1)), body(call), false));
    }

    private Answer shown(int status, ObjectNode relation) {
        return Answer.json(status, view.relation(relation.deepCopy()));
    }

    private ObjectNode found(String identifier) {
        return relations.find(identifier).orElseThrow(() -> errors.refused(404, "no relation " + identifier));
    }

    private ObjectNode task(String id) {
        return tasks.find(id).orElseThrow(() -> errors.refused(404, "no task " + id));
    }

    private ObjectNode body(Call call) {
        return Json.readObject(call.body()).orElseThrow(() -> errors.refused(400, "the body is not a JSON object"));
    }
}
