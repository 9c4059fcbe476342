package nl.koppelwerk.sandbox.tribe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;

/** POST, PUT and DELETE of a record. */
final class TribeWrites {

    private final TribeDesign design;
    private final TribeErrors errors;

    TribeWrites(TribeDesign design) {
        this.design = design;
        this.errors = design.errors();
    }

    Answer post(Call call, EntityType type) {
        var body = body(call);
        if (body.hasNonNull("ID") && !design.switches().is("update-verb", "put")) {
            return update(call, type, body.get("ID").asText(), body);
        }
        var change = new TribeChange(design, true);
        var record = change.create(type, body);
        change.commit();
        return created(type, record);
    }

    Answer put(Call call, EntityType type, String id) {
        if (design.switches().is("update-verb", "post-with-id")) {
            throw errors.refused(405, "an update is a POST with the ID in the body");
        }
        return update(call, type, id, body(call));
    }

    Answer delete(EntityType type, String id) {
        remove(type, id, true);
        return Answer.empty(204);
    }

    void remove(EntityType type, String id, boolean byProgram) {
        var table = design.records().table(type.set());
        var record = table.find(id).orElseThrow(() -> errors.refused(404, "there is no " + type.set() + " " + id));
        table.remove(id);
        design.webhooks().changed(type, record, "Deletion", byProgram);
    }

    /** Adds the record's version where the switch {@code etag} has one. */
    Answer tagged(Answer answer, ObjectNode record) {
        return design.switches().is("etag", "none") ? answer : answer.with("ETag", etag(record));
    }

    private Answer update(Call call, EntityType type, String id, ObjectNode body) {
        var record = design.records().table(type.set()).find(id).orElseThrow(() -> errors.refused(404, "there is no " + type.set() + " " + id));
        if (design.switches().is("etag", "enforced-412")) {
            var given = call.header("If-Match").orElseThrow(() -> errors.refused(428, "If-Match is missing"));
            if (!given.equals(etag(record))) {
                throw errors.refused(412, "the record has been changed since");
            }
        }
        var change = new TribeChange(design, true);
        change.update(type, record, body);
        change.commit();
        return design.switches().is("update-answer", "empty-204") ? tagged(Answer.empty(204), record) : shown(200, type, record);
    }

    private Answer created(EntityType type, ObjectNode record) {
        var id = record.get("ID").textValue();
        return switch (design.switches().get("create-answer")) {
            case "id-only" -> Answer.json(201, Json.object().put("ID", id));
            case "empty-with-location" -> Answer.empty(201).with("Location", "/tribe/v1/odata/" + type.set() + "(" + id + ")");
            default -> shown(201, type, record);
        };
    }

    private Answer shown(int status, EntityType type, ObjectNode record) {
        var body = Json.object().put("@odata.context", "$metadata#OData." + type.set() + "/$entity");
        body.setAll(design.view().record(type, record, Expand.PLAIN));
        return tagged(Answer.json(status, body), record);
    }

    private ObjectNode body(Call call) {
        return Json.readObject(call.body()).orElseThrow(() -> errors.refused(400, "the body is not a JSON object"));
    }

    private static String etag(ObjectNode record) {
        return "W/\"" + record.path("_v").asInt() + "\"";
    }
}
