package nl.koppelwerk.sandbox.accounton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.ProblemErrors;
import nl.koppelwerk.sandbox.ReplayKeys;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The calls that begin an import and that apply one, each once for its key. */
final class AtImportCalls {

    private static final int MOST_ROWS = 5_000;

    private final AtImports imports;
    private final AtApplying applying;
    private final AtWarmUp warmUp;
    private final ReplayKeys keys;
    private final ProblemErrors errors;
    private final SwitchPanel switches;

    AtImportCalls(AtImports imports, AtApplying applying, AtWarmUp warmUp, ReplayKeys keys, ProblemErrors errors, SwitchPanel switches) {
        this.imports = imports;
        this.applying = applying;
        this.warmUp = warmUp;
        this.keys = keys;
        this.errors = errors;
        this.switches = switches;
    }

    Answer begin(Call call) {
        warmUp.check();
        return keys.once(call, () -> {
            var wanted = checked(body(call));
            var one = imports.begin(wanted);
            return Answer.json(202, imports.shown(one)).with("Location", call.path() + "/" + one.get("id").textValue());
        });
    }

    Answer read(String id) {
        return Answer.json(200, imports.shown(imports.found(id)));
    }

    Answer apply(Call call, String id) {
        return keys.once(call, () -> {
            var one = imports.found(id);
            var wanted = wanted(body(call));
            requireReady(one);
            var items = applying.judged(one, wanted);
            refuse(items);
            var rows = Json.array();
            items.forEach(item -> rows.add(applying.done(item, wanted)));
            imports.put(one.put("state", "APPLIED"));
            return Answer.json(200, Json.object().put("id", id).put("state", "APPLIED").set("rows", rows));
        });
    }

    private ObjectNode checked(ObjectNode wanted) {
        switch (wanted.path("source").asText()) {
            case "FILE" -> { }
            case "ADMINPULSE", "ADMIN_CONSULT" -> throw errors.refused(409, "this office is not linked with " + wanted.path("source").asText());
            default -> throw invalid("/source", "SOURCE_UNKNOWN");
        }
        var rows = wanted.path("rows");
        if (!rows.isArray() || rows.isEmpty()) {
            throw invalid("/rows", "ROWS_MISSING");
        }
        if (rows.size() > MOST_ROWS) {
            throw invalid("/rows", "TOO_MANY_ROWS");
        }
        return wanted;
    }

    private JsonNode wanted(ObjectNode body) {
        var asked = body.at("/add/rowIds").size() + body.at("/overwrite/rowIds").size();
        if (asked == 0) {
            throw invalid("/add/rowIds", "NOTHING_TO_DO");
        }
        for (var field : body.at("/overwrite/fields")) {
            if (!AtSorting.all().contains(field.asText())) {
                throw invalid("/overwrite/fields", "NOT_WRITABLE");
            }
        }
        return body;
    }

    private void requireReady(ObjectNode one) {
        var state = one.path("state").asText();
        if (!state.equals("READY") && !(state.equals("APPLIED") && switches.is("apply-twice", "allowed"))) {
            throw errors.refused(409, state.equals("APPLIED") ? "the import was applied before" : "the import is not ready");
        }
    }

    /** All or nothing, where the switches have it so. */
    private void refuse(List<AtApplying.Item> items) {
        var found = Json.array();
        for (var item : items) {
            var stops = switches.is("apply-partial", "all-or-nothing-422") ? item.isWrong() : item.has("NO_QUESTIONNAIRE") && switches.is("no-questionnaire", "whole-422");
            if (stops) {
                item.problems().forEach(problem -> found.addObject().put("pointer", "/add/" + problem.get("field").textValue())
                        .put("code", problem.get("code").textValue()).put("detail", problem.get("detail").textValue()));
            }
        }
        if (!found.isEmpty()) {
            throw errors.invalid(found);
        }
    }

    private nl.koppelwerk.sandbox.Refused invalid(String pointer, String code) {
        var found = Json.array();
        found.addObject().put("pointer", pointer).put("code", code).put("detail", "refused: " + code);
        return errors.invalid(found);
    }

    private ObjectNode body(Call call) {
        if (!call.header("Content-Type").orElse("").startsWith("application/json")) {
            throw errors.refused(415, "send application/json");
        }
        return Json.readObject(call.body()).orElseThrow(() -> errors.refused(400, "the body is not a JSON object"));
    }
}
