package nl.koppelwerk.sandbox.accounton;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.ProblemErrors;
import nl.koppelwerk.sandbox.RecordVersions;
import nl.koppelwerk.sandbox.SwitchPanel;

/** What a program does to one client: changes it in the version it has read, or removes it where that is allowed. */
final class AtUpdating {

    private final AtClients clients;
    private final AtFields fields;
    private final AtSorting sorting;
    private final AtView view;
    private final ProblemErrors errors;
    private final RecordVersions versions;
    private final SwitchPanel switches;

    AtUpdating(AtClients clients, AtFields fields, AtSorting sorting, AtView view, ProblemErrors errors, RecordVersions versions, SwitchPanel switches) {
        this.clients = clients;
        this.fields = fields;
        this.sorting = sorting;
        this.view = view;
        this.errors = errors;
        this.versions = versions;
        this.switches = switches;
    }

    Answer shown(ObjectNode client) {
        return versions.tagged(Answer.json(200, view.client(client.deepCopy())), client);
    }

    Answer update(Call call, ObjectNode client) {
        versions.require(call, client);
        if (!call.header("Content-Type").orElse("").startsWith("application/merge-patch+json")) {
            throw errors.refused(415, "send application/merge-patch+json");
        }
        var patch = Json.readObject(call.body()).orElseThrow(() -> errors.refused(400, "the body is not a JSON object"));
        refuse(problems(client, patch));
        return shown(clients.changed(Json.merge(client, patch)));
    }

    private ArrayNode problems(ObjectNode client, ObjectNode patch) {
        var problems = fields.ofChange(patch);
        if (switches.is("shared-email", "INVALID") && patch.hasNonNull("email") && sorting.isShared(patch, client.get("id").textValue())) {
            fields.add(problems, "email", "EMAIL_SHARED");
        }
        return problems;
    }

    private void refuse(ArrayNode problems) {
        var found = Json.array();
        problems.forEach(problem -> found.addObject().put("pointer", "/" + problem.get("field").textValue())
                .put("code", problem.get("code").textValue()).put("detail", problem.get("detail").textValue()));
        if (!found.isEmpty()) {
            throw errors.invalid(found);
        }
    }

    Answer remove(ObjectNode client) {
        clients.remove(client.get("id").textValue());
        return Answer.empty(204);
    }
}
