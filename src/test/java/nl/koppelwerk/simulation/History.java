package nl.koppelwerk.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Field;
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

    /** The first of the states up to that one in which the field held what it holds there. */
    static int since(List<State> states, int last, String partId, Field<?> field) {
        var held = Held.value(states.get(last).relation(), partId, field);
        int since = last;
        while (since > 0 && states.get(since - 1).relation() != null && Held.value(states.get(since - 1).relation(), partId, field).equals(held)) since--;
        return since;
    }

    /** Who merges two organisations types nothing: what a contact person that came along holds was typed, or written, where it was before. */
    State typed(String root, int since, String partId, Field<?> field) {
        var began = of(root).get(since);
        var before = since == 0 ? null : of(root).get(since - 1).relation();
        boolean isBrought = !partId.isEmpty() && before != null && Held.part(before, partId).isEmpty();
        return !isBrought ? began : roots().stream().filter(other -> !other.equals(root)).flatMap(other -> before(other, began, partId, field).stream()).findFirst().orElse(began);
    }

    private Optional<State> before(String other, State began, String partId, Field<?> field) {
        var states = of(other);
        for (int i = states.size() - 1; i >= 0; i--)
            if (!states.get(i).at().isAfter(began.at()) && Held.value(states.get(i).relation(), partId, field).equals(Held.value(began.relation(), partId, field)))
                return Optional.of(states.get(since(states, i, partId, field)));
        return Optional.empty();
    }

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
