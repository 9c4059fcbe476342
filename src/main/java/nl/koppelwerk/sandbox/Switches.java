package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All switches of all systems, kept over restarts; served and changed at {@code /_sandbox/switches}. */
public final class Switches {

    private final Bucket kept;
    private final Map<String, SwitchPanel> panels = new LinkedHashMap<>();

    Switches(Bucket kept) {
        this.kept = kept;
        panel("log", List.of(Switch.of("requests", "file", "memory", "off")));
    }

    /** Registers a system with its own switches and the common ones. */
    public SwitchPanel vendor(String system, List<Switch> own) {
        var all = new ArrayList<>(own);
        all.addAll(Switch.common());
        return panel(system, all);
    }

    SwitchPanel of(String system) {
        return panels.get(system);
    }

    /** Sets switches by full key, all or none; refuses an unknown key or value by naming what is allowed. */
    void set(ObjectNode changes) {
        changes.fields().forEachRemaining(change -> check(change.getKey(), change.getValue().asText()));
        changes.fields().forEachRemaining(change -> put(change.getKey(), change.getValue().asText()));
    }

    ObjectNode state() {
        var state = Json.object();
        panels.values().forEach(panel -> panel.values().forEach((name, value) -> state.put(panel.key(name), value)));
        return state;
    }

    List<String> unusual() {
        return panels.values().stream().flatMap(panel -> panel.values().entrySet().stream()
                .filter(entry -> !panel.switches().get(entry.getKey()).standard().equals(entry.getValue()))
                .map(entry -> panel.key(entry.getKey()) + "=" + entry.getValue())).toList();
    }

    void standard() {
        panels.values().forEach(panel -> panel.switches().forEach((name, one) -> panel.values().put(name, one.standard())));
        kept.clear();
    }

    private SwitchPanel panel(String system, List<Switch> switches) {
        var panel = new SwitchPanel(system, switches);
        panels.put(system, panel);
        kept.forEach((key, record) -> restore(panel, key, record.get("value").textValue()));
        return panel;
    }

    private void restore(SwitchPanel panel, String key, String value) {
        panel.values().computeIfPresent(key.substring(key.indexOf('.', 8) + 1),
                (name, old) -> panel.key(name).equals(key) ? value : old);
    }

    private void put(String key, String value) {
        kept.put(key, Json.object().put("value", value));
        panels.values().forEach(panel -> restore(panel, key, value));
    }

    private void check(String key, String value) {
        var found = panels.values().stream().flatMap(panel -> panel.switches().values().stream()
                .filter(one -> panel.key(one.name()).equals(key))).findFirst();
        if (found.isEmpty()) {
            throw refused("no switch " + key + "; there are " + String.join(", ", state().properties().stream().map(Map.Entry::getKey).toList()));
        }
        if (!found.get().accepts().test(value)) {
            throw refused(key + " takes " + String.join(", ", found.get().values()) + ", not " + value);
        }
    }

    private static Refused refused(String detail) {
        return new Refused(Answer.problem(400, "Bad Request", detail));
    }
}
