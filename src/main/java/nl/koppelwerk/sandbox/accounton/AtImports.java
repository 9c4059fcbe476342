package nl.koppelwerk.sandbox.accounton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Ids;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.ProblemErrors;
import nl.koppelwerk.sandbox.RecordEvents;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The imports while they are being worked on: begun, running, ready with their rows sorted, or failed. Nothing of a client changes by it. */
final class AtImports {

    private static final long HALF_A_MINUTE = 30_000;

    private final Bucket kept;
    private final AtSorting sorting;
    private final RecordEvents events;
    private final SwitchPanel switches;
    private final ProblemErrors errors;
    private final Ground ground;
    private final Ids ids;

    AtImports(Bucket kept, AtSorting sorting, RecordEvents events, SwitchPanel switches, ProblemErrors errors, Ground ground, Ids ids) {
        this.kept = kept;
        this.sorting = sorting;
        this.events = events;
        this.switches = switches;
        this.errors = errors;
        this.ground = ground;
        this.ids = ids;
    }

    ObjectNode begin(ObjectNode wanted) {
        var one = Json.object().put("id", "imp-" + ids.number()).put("source", "FILE").put("state", "RUNNING").put("at", now()).put("compared", switches.get("compared-fields"));
        one.set("scope", wanted.path("scope").isObject() ? wanted.get("scope") : Json.object().put("mode", "ALL"));
        var fails = switches.is("import-seconds", "fails-halfway");
        var takes = fails ? HALF_A_MINUTE : 1000L * Long.parseLong(switches.get("import-seconds"));
        one.put("fails", fails).put("readyAt", now() + takes);
        var number = 0;
        var rows = one.putArray("rows");
        for (var row : wanted.path("rows")) {
            rows.addObject().put("rowId", "r-" + ++number).<ObjectNode>set("externalRef", row.get("externalRef")).set("client", row.get("client"));
        }
        kept.put(one.get("id").textValue(), one);
        finishLater(one.get("id").textValue(), takes);
        return found(one.get("id").textValue());
    }

    /** Rows are sorted when its time has come, whether anybody asks then or not. */
    private void finishLater(String id, long takes) {
        ground.vertx().setTimer(ground.clock().realMillis(Duration.ofMillis(Math.max(1, takes))), timer -> kept.get(id).ifPresent(this::progress));
    }

    /** As it stands now. */
    ObjectNode found(String id) {
        return kept.get(id).map(this::progress).orElseThrow(() -> errors.refused(404, "no import " + id));
    }

    void put(ObjectNode one) {
        kept.put(one.get("id").textValue(), one);
    }

    void clear() {
        kept.clear();
    }

    /** What a caller is shown of it. */
    ObjectNode shown(ObjectNode one) {
        var state = one.path("state").asText();
        var young = state.equals("RUNNING") && now() < (one.get("at").longValue() + one.get("readyAt").longValue()) / 2;
        var shown = Json.object().put("id", one.get("id").textValue()).put("state", young ? "PENDING" : state).put("source", one.get("source").textValue());
        shown.set("scope", one.get("scope"));
        JsonNode counts = one.get("counts");
        return shown.set("counts", counts == null ? Json.object() : counts);
    }

    private ObjectNode progress(ObjectNode one) {
        if (!one.path("state").asText().equals("RUNNING")) {
            return one;
        }
        var half = (one.get("at").longValue() + one.get("readyAt").longValue()) / 2;
        if (one.path("fails").asBoolean() && now() >= half) {
            put(one.put("state", "FAILED"));
        } else if (now() >= one.get("readyAt").longValue()) {
            put(sorting.sorted(one).put("state", "READY"));
            events.happened("import.ready", one.get("id").textValue());
        }
        return one;
    }

    private long now() {
        return ground.clock().millis();
    }
}
