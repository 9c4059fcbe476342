package nl.koppelwerk.sandbox.adminpulse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Controls;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;

/** What a person does in AdminPulse's own screens: relations, tasks, the address of a webhook, whom to let in by OAuth. Members stand side by side, by their English names. */
record ApDesk(ApRelations relations, ApTasks tasks, ApChanges changes, ApWebhooks webhooks, ApOauth oauth, Ids ids, ApErrors errors) {

    Answer answer(Call call, String rest) {
        var steps = call.stepsAfter(call.path().substring(0, call.path().length() - rest.length()));
        return switch (call.method() + " " + (steps.isEmpty() ? "" : steps.get(0)) + (steps.size() > 1 ? "/" : "")) {
            case "GET records" -> list(call);
            case "POST records" -> Answer.json(201, changes.make(Controls.body(call)));
            case "GET records/" -> Answer.json(200, found(steps.get(1)));
            case "PATCH records/" -> Answer.json(200, changes.change(found(steps.get(1)), Controls.body(call), call.query().containsKey("silently")));
            case "DELETE records/" -> removed(steps.get(1));
            default -> others(call, steps);
        };
    }

    void export(Consumer<ObjectNode> line) {
        relations.records().forEach(line);
    }

    private Answer others(Call call, List<String> steps) {
        return switch (call.method() + " " + (steps.isEmpty() ? "" : steps.get(0)) + (steps.size() > 1 ? "/" : "")) {
            case "POST tasks" -> Answer.json(201, task(Controls.body(call)));
            case "PATCH tasks/" -> Answer.json(200, task(Json.merge(foundTask(steps.get(1)), Controls.body(call))));
            case "DELETE tasks/" -> removedTask(steps.get(1));
            case "GET webhooks" -> Answer.json(200, webhooks.state());
            case "POST webhooks" -> Answer.json(201, webhooks.register(Controls.body(call)));
            case "DELETE webhooks" -> forget();
            case "GET redirects", "POST redirects", "DELETE redirects" -> oauth.desk(call);
            case "DELETE grants" -> oauth.withdraw();
            default -> throw errors.refused(404, "no such address at the desk");
        };
    }

    private Answer list(Call call) {
        var items = Json.array();
        relations.records().limit(Integer.parseInt(call.query().getOrDefault("limit", "100"))).forEach(items::add);
        return Answer.json(200, Json.object().set("items", items));
    }

    private ObjectNode task(ObjectNode wanted) {
        var task = wanted.has("id") ? wanted : Json.merge(Json.object().put("id", ids.uuid()).put("status", 0).put("referenceYear", 2026).put("inapplicable", false)
                .put("deadline", "2026-07-15T00:00:00"), wanted);
        tasks.put(task);
        return task;
    }

    private Answer removed(String identifier) {
        relations.remove(identifier);
        webhooks.changed(identifier);
        return Answer.empty(204);
    }

    private Answer removedTask(String id) {
        tasks.remove(id);
        return Answer.empty(204);
    }

    private Answer forget() {
        webhooks.clear();
        return Answer.empty(204);
    }

    private ObjectNode found(String identifier) {
        return relations.find(identifier).orElseThrow(() -> errors.refused(404, "no record " + identifier));
    }

    private ObjectNode foundTask(String id) {
        return tasks.find(id).orElseThrow(() -> errors.refused(404, "no task " + id));
    }
}
