package nl.koppelwerk.sandbox.compenda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.ByChange;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.CursorList;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.ProblemErrors;
import nl.koppelwerk.sandbox.RecordVersions;
import nl.koppelwerk.sandbox.StandardWebhooks;

/** The addresses behind the tenant: which call is answered by what. */
record CpApi(ByChange relations, CursorList list, CursorList projects, CpView view, CpWrites writes, CpFinancial financial,
        StandardWebhooks webhooks, RecordVersions versions, ProblemErrors errors) {

    Answer answer(Call call, List<String> steps) {
        var shape = steps.size() + (steps.isEmpty() ? "" : " " + steps.get(0)) + (steps.size() > 2 ? " " + steps.get(2) : "");
        return switch (shape) {
            case "1 relations" -> errors.by(call, Map.of("GET", () -> list.answer(call.query()), "POST", () -> writes.create(call)));
            case "2 relations" -> errors.by(call, Map.of("GET", () -> shown(found(steps.get(1))), writes.verb(), () -> writes.update(call, found(steps.get(1)))));
            case "3 relations contacts" -> errors.by(call, Map.of("GET", () -> contacts(found(steps.get(1))), "POST", () -> writes.addContact(call, found(steps.get(1)))));
            case "4 relations contacts" -> contact(call, found(steps.get(1)), steps.get(3));
            case "3 relations financial-status" -> financial(call, found(steps.get(1)).get("id").textValue());
            case "1 projects" -> errors.by(call, Map.of("GET", () -> projects.answer(call.query())));
            case "1 webhook" -> errors.by(call, Map.of("GET", webhooks::read, "PUT", () -> webhooks.register(call)));
            default -> throw errors.refused(404, "no such address");
        };
    }

    private Answer shown(ObjectNode relation) {
        return versions.tagged(Answer.json(200, view.relation(relation.deepCopy())), relation);
    }

    private Answer contacts(ObjectNode relation) {
        var items = view.relation(relation.deepCopy()).get("contacts");
        return versions.tagged(Answer.json(200, Json.object().putNull("nextCursor").set("items", items)), relation);
    }

    private Answer contact(Call call, ObjectNode relation, String id) {
        var contact = CpChanges.contactOf(relation, id).orElseThrow(() -> errors.refused(404, "no contact " + id));
        return errors.by(call, Map.of("GET", () -> versions.tagged(Answer.json(200, view.contact(relation, id)), relation),
                writes.verb(), () -> writes.updateContact(call, relation, contact)));
    }

    private Answer financial(Call call, String relation) {
        return errors.by(call, Map.of("GET", () -> financial.read(relation), "PUT", () -> financial.replace(call, relation)));
    }

    /** The other tenant has nothing and takes nothing. */
    Answer nobodys(Call call, List<String> steps) {
        if (call.method().equals("GET") && steps.size() == 1 && steps.get(0).matches("relations|projects")) {
            return Answer.json(200, Json.object().putNull("nextCursor").set("items", Json.array()));
        }
        throw errors.refused(404, "nothing here");
    }

    private ObjectNode found(String id) {
        return relations.find(id).orElseThrow(() -> errors.refused(404, "no relation " + id));
    }
}
