package nl.koppelwerk.sandbox.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.koppelwerk.sandbox.Json;

/** One call's changes: checked whole first, then kept whole. A nested object without an id becomes a record of its own. */
final class TribeChange {

    private record Pending(EntityType type, ObjectNode record, boolean created) {
    }

    private final TribeDesign design;
    private final boolean byProgram;
    private final Map<String, Pending> pending = new LinkedHashMap<>();

    TribeChange(TribeDesign design, boolean byProgram) {
        this.design = design;
        this.byProgram = byProgram;
    }

    ObjectNode create(EntityType type, ObjectNode body) {
        if (body.has("ID") && byProgram) {
            throw refused("a new " + type.set() + " has no ID yet");
        }
        var record = Json.object().put("ID", design.ids().uuid());
        set(type, record, body);
        required(type, record);
        pending.put(record.get("ID").textValue(), new Pending(type, record, true));
        return record;
    }

    ObjectNode update(EntityType type, ObjectNode record, ObjectNode body) {
        if (byProgram && design.switches().is("put-omission", "reset")) {
            type.fields().keySet().stream().filter(field -> !type.readOnly(field) && !type.required().contains(field) && !field.equals("ImportId") && !body.has(field)).forEach(record::remove);
        }
        set(type, record, body);
        required(type, record);
        pending.put(record.get("ID").textValue(), new Pending(type, record, false));
        return record;
    }

    /** Keeps everything, moves the stamps, and lets the webhooks know. */
    void commit() {
        for (var one : pending.values()) {
            stamp(one);
            design.records().table(one.type().set()).put(one.record());
            design.webhooks().changed(one.type(), one.record(), one.created() ? "Creation" : "Update", byProgram);
        }
        if (design.switches().is("child-touches-parent", "yes")) {
            pending.values().forEach(this::touchParents);
        }
    }

    private void stamp(Pending one) {
        var now = design.now();
        if (one.type().stamped()) {
            one.record().put("LastMutationDate", now);
            if (one.created()) {
                one.record().put("CreationDate", now);
            }
        }
        one.record().put("_v", one.record().path("_v").asInt() + 1);
    }

    private void touchParents(Pending child) {
        var paths = child.type().set().equals(TribeSchema.ADDRESS) ? new String[] {"Organization", "Person"}
                : child.type().set().equals(TribeSchema.CONTACT) ? new String[] {"Relation"} : new String[0];
        for (var path : paths) {
            var parent = child.record().path(path).path("ID").asText("");
            if (!parent.isEmpty() && !pending.containsKey(parent)) {
                touch(design.records().holder(parent).orElseThrow(), parent);
            }
        }
    }

    private void touch(TribeTable table, String id) {
        var one = new Pending(table.type(), table.find(id).orElseThrow(), false);
        stamp(one);
        table.put(one.record());
        design.webhooks().changed(one.type(), one.record(), "Update", byProgram);
    }

    private void set(EntityType type, ObjectNode record, ObjectNode body) {
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

    private nl.koppelwerk.sandbox.Refused refused(String message) {
        return design.errors().refused(400, message);
    }
}
