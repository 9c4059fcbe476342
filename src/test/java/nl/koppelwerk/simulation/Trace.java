package nl.koppelwerk.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What happened, root by root; silent unless a failed seed is told again. */
final class Trace {

    private final Timeline time;
    final boolean isOn;
    private final List<Line> lines = new ArrayList<>();

    Trace(Timeline time, boolean isOn) {
        this.time = time;
        this.isOn = isOn;
    }

    private record Line(String about, String text) {}

    void say(String about, Object what) { if (isOn) lines.add(new Line(about, time.instant() + " " + about + "  " + what)); }

    List<String> of(Set<String> records) { return lines.stream().filter(line -> records.contains(line.about())).map(Line::text).toList(); }
}
