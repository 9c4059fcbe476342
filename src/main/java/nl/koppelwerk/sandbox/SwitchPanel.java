package nl.koppelwerk.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The switches of one system as they stand now. */
public final class SwitchPanel {

    private final String system;
    private final Map<String, Switch> switches = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    SwitchPanel(String system, List<Switch> own) {
        this.system = system;
        own.forEach(this::add);
    }

    public String get(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no switch " + name + " in " + system);
        }
        return value;
    }

    public boolean is(String name, String value) {
        return get(name).equals(value);
    }

    public boolean on(String name) {
        return is(name, "true");
    }

    public double number(String name) {
        return Double.parseDouble(get(name));
    }

    Map<String, String> values() {
        return values;
    }

    Map<String, Switch> switches() {
        return switches;
    }

    String key(String name) {
        return "sandbox." + system + "." + name;
    }

    private void add(Switch one) {
        switches.put(one.name(), one);
        values.put(one.name(), one.standard());
    }
}
