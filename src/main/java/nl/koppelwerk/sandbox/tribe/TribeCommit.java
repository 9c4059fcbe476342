package nl.koppelwerk.sandbox.tribe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The records that one call makes or changes, kept together in the end. */
final class TribeCommit {

    private record Pending(EntityType type, ObjectNode record, boolean created) {
    }

    private final TribeDesign design;
    private final boolean byProgram;
    private final Map<String, Pending> pending = new LinkedHashMap<>();

    TribeCommit(TribeDesign design, boolean byProgram) {
        this.design = design;
        this.byProgram = byProgram;
    }

    void add(EntityType type, ObjectNode record, boolean created) {
        pending.put(record.get("ID").textValue(), new Pending(type, record, created));
    }

    /** Keeps everything, moves the stamps, and lets the webhooks know. */
    void all() {
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
}
