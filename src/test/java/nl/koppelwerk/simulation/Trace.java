package nl.koppelwerk.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What happened, root by root; silent unless a failed seed is told again. */
final class Trace {

    private final World world;
    final boolean isOn;
    private final List<Line> lines = new ArrayList<>();

    Trace(World world, boolean isOn) {
        this.world = world;
        this.isOn = isOn;
    }

    private record Line(String about, String text) {}

    void say(String about, Object what) { if (isOn) lines.add(new Line(about, world.time.instant() + " " + about + "  " + what)); }

    List<String> of(Set<String> records) { return lines.stream().filter(line -> records.contains(line.about())).map(Line::text).toList(); }
}
