package nl.koppelwerk.sandbox.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Refused;

/** One call's changes: checked whole first, then kept whole. A nested object without an id becomes a record of its own. */
final class TribeChange {

    private final TribeDesign design;
    private final boolean byProgram;
    private final TribeCommit commit;

    TribeChange(TribeDesign design, boolean byProgram) {
        this.design = design;
        this.byProgram = byProgram;
        this.commit = new TribeCommit(design, byProgram);
    }

    ObjectNode create(EntityType type, ObjectNode body) {
        if (body.has("ID") && byProgram) {
            throw refused("a new " + type.set() + " has no ID yet");
        }
        var record = Json.object().put("ID", design.ids().uuid());
        set(type, record, body);
        required(type, record);
        commit.add(type, record, true);
        return record;
    }

    ObjectNode update(EntityType type, ObjectNode record, ObjectNode body) {
        if (byProgram && design.switches().is("put-omission", "reset")) {
            type.fields().keySet().stream().filter(field -> !type.readOnly(field) && !type.required().contains(field) && !field.equals("ImportId") && !body.has(field)).forEach(record::remove);
        }
        set(type, record, body);
        required(type, record);
        commit.add(type, record, false);
        return record;
    }

    /** Keeps everything, moves the stamps, and lets the webhooks know. */
    void commit() {
        commit.all();
    }

    private void set(EntityType type, ObjectNode record, ObjectNode body) {
        design.values().split(body);
        for (var member : body.properties()) {
            var name = member.getKey();
            if (name.equals("ID") || name.equals("_Type")) {
                continue;
            }
            if (type.navigations().containsKey(name)) {
                navigation(type, record, name, member.getValue());
            } else {
                field(type, record, name, member.getValue());
            }
        }
        if (type.set().equals(TribeSchema.PERSON)) {
            TribePerson.name(record);
        }
    }

    private void field(EntityType type, ObjectNode record, String name, JsonNode value) {
        if (!type.fields().containsKey(name) || type.readOnly(name) || name.equals(TribeSchema.FUNCTION_FIELD) && !design.view().shows(name)) {
            throw refused("The property '" + name + "' does not exist on " + type.set() + " or cannot be written");
        }
        if (name.equals("ImportId") && design.switches().is("import-id", "400")) {
            throw refused("ImportId cannot be written");
        }
        if (!design.view().shows(name)) {
            return;
        }
        if (!value.isNull()) {
            design.values().set(type, record, name, value);
        } else if (clears(name)) {
            record.remove(name);
        }
    }

    private void navigation(EntityType type, ObjectNode record, String name, JsonNode value) {
        if (!design.navigable(type, name)) {
            throw refused("'" + name + "' cannot be set on " + type.set());
        }
        if (value.isNull()) {
            if (clears(name)) {
                record.remove(name);
            }
        } else if (value instanceof ObjectNode object) {
            record.set(name, Json.object().put("ID", object.has("ID") ? existing(type, name, object) : nested(type, record, name, object)));
        } else {
            throw refused(name + " is an object with an ID or a new record");
        }
    }

    private String existing(EntityType type, String name, ObjectNode reference) {
        var id = reference.get("ID").asText();
        var target = type.navigations().get(name);
        var fits = design.records().holder(id).filter(table -> design.records().schema().leadsTo(target, table.type().set()));
        if (reference.size() > 1 || fits.isEmpty()) {
            throw refused(reference.size() > 1 ? name + " has an ID and other members" : "there is no " + target + " " + id + " for " + name);
        }
        return id;
    }

    private String nested(EntityType parent, ObjectNode record, String name, ObjectNode object) {
        var type = design.records().schema().find(parent.navigations().get(name)).filter(EntityType::writable)
                .orElseThrow(() -> refused(name + " must refer to an existing record"));
        var child = create(type, object);
        if (type.set().equals(TribeSchema.ADDRESS)) {
            child.set("Relation", Json.object().set("ID", record.get("ID")));
            child.set(parent.set().equals(TribeSchema.PERSON) ? "Person" : "Organization", Json.object().set("ID", record.get("ID")));
        }
        return child.get("ID").textValue();
    }

    private boolean clears(String name) {
        if (byProgram && design.switches().is("put-null", "400")) {
            throw refused(name + " cannot be null");
        }
        return !byProgram || design.switches().is("put-null", "clear");
    }

    private void required(EntityType type, ObjectNode record) {
        type.required().stream().filter(name -> !record.has(name) || record.get(name).isTextual() && record.get(name).textValue().isBlank()).findFirst()
                .ifPresent(name -> { throw refused(name + " is required"); });
    }

    private Refused refused(String message) {
        return design.errors().refused(400, message);
    }
}
