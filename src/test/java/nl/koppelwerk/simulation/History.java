package nl.koppelwerk.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Relation;

/** Every state that each root of one vendor was ever in, and by whom. */
final class History {

    private final Map<String, List<State>> byRoot = new LinkedHashMap<>();

    /**
     * @param relation null once it is deleted for good
     * @param write    the hub's write that made it, or null where a person did
     * @param knownAt  for a write of the hub: the moment up to which its look knew the record
     */
    record State(Instant at, Relation relation, long version, Step.Write write, Instant knownAt) {

        boolean isByHub() { return write != null; }
    }

    Collection<String> roots() { return byRoot.keySet(); }

    List<State> of(String root) { return byRoot.getOrDefault(root, List.of()); }

    void add(String root, State state) { byRoot.computeIfAbsent(root, absent -> new ArrayList<>()).add(state); }

    /** Null while it does not exist. */
    State now(String root) {
        var states = of(root);
        return states.isEmpty() || states.get(states.size() - 1).relation() == null ? null : states.get(states.size() - 1);
    }

    State asOf(String root, Instant moment) {
        State found = null;
        for (var state : of(root)) if (!state.at().isAfter(moment)) found = state;
        return found == null || found.relation() == null ? null : found;
    }

    /** Every root that exists now. */
    List<String> living() { return byRoot.keySet().stream().filter(root -> now(root) != null).toList(); }
}
