package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Decides what goes wrong: first the scripted faults in their order, then the share that the switches ask for. */
final class Faults {

    private static final long SLOW_MS = 30_000;

    private final Switches switches;
    private final Random random;
    private final List<ScriptedFault> scripted = new ArrayList<>();

    Faults(Switches switches, long seed) {
        this.switches = switches;
        this.random = new Random(seed);
    }

    Fault next(String system, Call call) {
        for (var script : scripted) {
            if (script.takes(system, call)) {
                scripted.removeIf(ScriptedFault::usedUp);
                return script.fault();
            }
        }
        return byRate(switches.of(system));
    }

    void add(ObjectNode script) {
        scripted.add(new ScriptedFault(script));
    }

    void clear() {
        scripted.clear();
    }

    ArrayNode state() {
        var all = Json.array();
        scripted.forEach(script -> all.add(script.state()));
        return all;
    }

    private Fault byRate(SwitchPanel panel) {
        var rate = panel.number("fault.rate");
        if (rate == 0 || random.nextDouble() >= rate) {
            return Fault.NONE;
        }
        var afterWrite = panel.on("fault.after-write");
        return switch (panel.get("fault.kind")) {
            case "reset" -> new Fault(Fault.Kind.RESET, 0, -1, afterWrite, 0);
            case "slow" -> new Fault(Fault.Kind.SLOW, 0, -1, afterWrite, SLOW_MS);
            case "cut-off-body" -> new Fault(Fault.Kind.CUT_BODY, 0, -1, afterWrite, 0);
            case "html-instead-of-json" -> new Fault(Fault.Kind.HTML, 0, -1, afterWrite, 0);
            default -> new Fault(Fault.Kind.STATUS, Integer.parseInt(panel.get("fault.kind")), -1, afterWrite, 0);
        };
    }
}
