package nl.koppelwerk.ledger.memory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Surveys;

final class MemorySurveys implements Surveys {

    private final MemoryState state;
    private final Map<String, Map<MemoryState.RootId, Row>> byRun = new LinkedHashMap<>();

    MemorySurveys(MemoryState state) { this.state = state; }

    private record Row(String id, Found found) {

        boolean isTwinOf(Row other) {
            return found.seen().side() == other.found.seen().side() && !id.equals(other.id) && !Collections.disjoint(found.keys(), other.found.keys());
        }
    }

    @Override public void found(Run run, List<Found> rows) {
        var kept = byRun.computeIfAbsent(run.id(), absent -> new LinkedHashMap<>());
        for (var found : rows) {
            var root = new MemoryState.RootId(run.link(), found.seen().side(), found.seen().root());
            if (kept.putIfAbsent(root, new Row(state.id("row"), found)) == null) state.runs.get(run.id()).count(found.outcome(), 1);
        }
    }

    @Override public List<Kept> of(String run, String afterId, int most) {
        var rows = List.copyOf(byRun.getOrDefault(run, Map.of()).values());
        return rows.stream().filter(row -> row.id().compareTo(afterId) > 0).limit(most)
            .map(row -> new Kept(row.id(), row.found().seen(), row.found().readiness(), rows.stream().filter(row::isTwinOf).map(twin -> twin.found().seen().root()).limit(10).toList()))
            .toList();
    }
}
