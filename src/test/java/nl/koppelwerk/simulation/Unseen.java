package nl.koppelwerk.simulation;

import java.util.List;

import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Value;

/**
 * What a person puts back as it was before our write, before any look that has ended saw that write, is for everyone who reads it a
 * write that did not come through.
 */
record Unseen(World world, Side side, String root, String partId, Field<?> field) {

    /** @param since the state in which the person put it back */
    boolean isPutBack(Value<?> old, List<History.State> states, int since) {
        int ours = since - 1;
        if (ours < 0) return false;
        while (ours > 0 && Held.same(value(states.get(ours - 1)), value(states.get(since - 1)))) ours--;
        boolean stoodBefore = ours == 0 ? old.isEmpty() : Held.same(old, value(states.get(ours - 1)));
        var landed = states.get(ours);
        return landed.isByHub() && stoodBefore && world.seenIn.stream().noneMatch(seen -> seen.sighting().side() == side && seen.sighting().root().equals(root)
            && !seen.sighting().askedAt().isBefore(landed.at()) && seen.settledAt().isBefore(states.get(since).at()));
    }

    private Value<?> value(History.State state) { return Held.value(state.relation(), partId, field); }
}
