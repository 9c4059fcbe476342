package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.koppelwerk.ledger.Runs;

/** The walks of this process: each at most once, those that wait for their moment, and the leases of their runs. */
@Singleton
@Named("walks")
@Unremovable
public final class Walks {

    private final Runs runs;
    private final Map<String, Walk> all = new ConcurrentHashMap<>();
    private final Map<String, Walk> waiting = new ConcurrentHashMap<>();

    @Inject
    public Walks(Runs runs) { this.runs = runs; }

    /** False while the same one is still going on. */
    boolean begin(Walk walk) { return all.putIfAbsent(walk.name(), walk) == null; }

    void ended(Walk walk) {
        if (walk.resumesAt == null || walk.lost) all.remove(walk.name());
        else waiting.put(walk.name(), walk);
    }

    List<Walk> due(Instant now) {
        var due = new ArrayList<Walk>();
        waiting.forEach((name, walk) -> {
            if (walk.resumesAt.isAfter(now) || !waiting.remove(name, walk)) return;
            walk.resumesAt = null;
            due.add(walk);
        });
        return due;
    }

    /** What this link's walks waited for may be over. */
    public void wake(String link) {
        waiting.values().stream().filter(walk -> walk.link.equals(link)).forEach(walk -> walk.resumesAt = Instant.EPOCH);
    }

    /** A run that is another process' by now is walked there. */
    public void renew() {
        all.values().stream().filter(walk -> walk.run != null && !runs.renew(walk.run)).forEach(this::drop);
    }

    private void drop(Walk walk) {
        walk.lost = true;
        if (waiting.remove(walk.name(), walk)) all.remove(walk.name());
    }
}
