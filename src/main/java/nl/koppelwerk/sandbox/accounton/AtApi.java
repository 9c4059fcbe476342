package nl.koppelwerk.sandbox.accounton;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.CursorList;
import nl.koppelwerk.sandbox.ProblemErrors;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The addresses of the contract: which call is answered by what. */
record AtApi(AtClients clients, CursorList list, AtUpdating updating, AtImports imports, AtImportCalls importing, AtRows rows,
        AtQuestionnaires questionnaires, ProblemErrors errors, SwitchPanel switches) {

    Answer answer(Call call, List<String> steps) {
        var shape = steps.size() + (steps.isEmpty() ? "" : " " + steps.get(0)) + (steps.size() > 2 ? " " + steps.get(2) : "");
        return switch (shape) {
            case "1 clients" -> errors.by(call, Map.of("GET", () -> list.answer(call.query())));
            case "2 clients" -> client(call, found(steps.get(1)));
            case "1 imports" -> errors.by(call, Map.of("POST", () -> importing.begin(call)));
            case "2 imports" -> errors.by(call, Map.of("GET", () -> importing.read(steps.get(1))));
            case "3 imports rows" -> errors.by(call, Map.of("GET", () -> rows.list(imports.found(steps.get(1)), call.query())));
            case "3 imports apply" -> errors.by(call, Map.of("POST", () -> importing.apply(call, steps.get(1))));
            case "1 questionnaires" -> errors.by(call, Map.of("GET", questionnaires::list));
            default -> throw errors.refused(404, "no such address");
        };
    }

    private Answer client(Call call, ObjectNode client) {
        var methods = new LinkedHashMap<String, Supplier<Answer>>();
        methods.put("GET", () -> updating.shown(client));
        methods.put("PATCH", () -> updating.update(call, client));
        if (switches.is("removal", "allowed")) {
            methods.put("DELETE", () -> updating.remove(client));
        }
        return errors.by(call, methods);
    }

    private ObjectNode found(String id) {
        return clients.find(id).orElseThrow(() -> errors.refused(404, "no client " + id));
    }
}
