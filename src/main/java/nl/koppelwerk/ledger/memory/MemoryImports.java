package nl.koppelwerk.ledger.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.koppelwerk.ledger.Imports;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.ledger.Runs.State;
import nl.koppelwerk.reconcile.Settlement.Outcome;

final class MemoryImports implements Imports {

    private final MemoryState state;
    private final MemoryRuns runs;
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, SortedMap<Long, Problem>> problems = new HashMap<>();

    MemoryImports(MemoryState state, MemoryRuns runs) {
        this.state = state;
        this.runs = runs;
    }

    @Override public Run begin(String link, String name, InputStream file, String by) throws IOException {
        var content = file.readAllBytes();
        var run = runs.begun(link, Kind.IMPORT, 0, by);
        run.why = name;
        files.put(run.id, content);
        return run.shown();
    }

    @Override public List<Run> claim(int most) { return state.runs.values().stream().filter(this::mayBeRead).limit(most).map(runs::claimed).toList(); }

    private boolean mayBeRead(RunRow run) {
        boolean waits = isOpen(run) && !run.leaseEnds.isAfter(state.now()) && state.isActive(run.link);
        return waits && state.runs.values().stream().noneMatch(other -> isOpen(other) && other.link.equals(run.link) && other.id.compareTo(run.id) < 0);
    }

    private static boolean isOpen(RunRow run) { return run.kind == Kind.IMPORT && run.state == State.RUNNING && !run.walked; }

    @Override public void copy(String run, OutputStream to) throws IOException { to.write(files.get(run)); }

    @Override public void problems(Run run, List<Problem> some) {
        var kept = problems.computeIfAbsent(run.id(), absent -> new TreeMap<>());
        for (var problem : some)
            if (kept.putIfAbsent(problem.line(), problem) == null) state.runs.get(run.id()).count(Outcome.REFUSED, 1);
    }

    @Override public List<Problem> problems(String run, long afterLine, int most) {
        return problems.getOrDefault(run, new TreeMap<>()).tailMap(afterLine + 1).values().stream().limit(most).toList();
    }

    /** Keyed by what every process that plays with it knows. */
    @Override public String keyed(String link, String text) {
        return UUID.nameUUIDFromBytes(("memory\0" + link + '\0' + text).getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
    }
}
