package nl.koppelwerk.sandbox.compenda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.ByChange;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.ContactsDesk;
import nl.koppelwerk.sandbox.Controls;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.StandardWebhooks;

/** What a person does in Compenda's own screens: relations and their contacts, projects, the hub's address. */
final class CpDesk {

    private final ContactsDesk relations;
    private final ByChange projects;
    private final CpChanges changes;
    private final StandardWebhooks webhooks;

    CpDesk(ContactsDesk relations, ByChange projects, CpChanges changes, StandardWebhooks webhooks) {
        this.relations = relations;
        this.projects = projects;
        this.changes = changes;
        this.webhooks = webhooks;
    }

    Answer answer(Call call, String rest) {
        var steps = call.stepsAfter(call.path().substring(0, call.path().length() - rest.length()));
        return switch (call.method() + " " + (steps.isEmpty() ? "" : steps.get(0))) {
            case "GET projects" -> projects();
            case "PUT projects" -> project(Controls.body(call));
            case "DELETE projects" -> remove(steps.get(1));
            case "GET webhooks" -> Answer.json(200, webhooks.state());
            case "POST webhooks" -> Answer.json(201, webhooks.register(Controls.body(call)));
            case "DELETE webhooks" -> forget();
            default -> relations.answer(call, steps);
        };
    }

    void export(Consumer<ObjectNode> line) {
        relations.export(line);
    }

    private Answer projects() {
        var items = Json.array();
        projects.after(null).forEach(place -> items.add(projects.find(place.id()).orElseThrow()));
        return Answer.json(200, Json.object().set("items", items));
    }

    /** Made or changed, by its number. */
    private Answer project(ObjectNode wanted) {
        var project = wanted.retain("number", "description").put("id", wanted.path("number").asText()).put("modifiedAt", changes.now());
        projects.put(project);
        return Answer.json(200, project);
    }

    private Answer remove(String number) {
        projects.remove(number);
        return Answer.empty(204);
    }

    private Answer forget() {
        webhooks.clear();
        return Answer.empty(204);
    }
}
