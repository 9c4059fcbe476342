package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.List;

import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Value;

/** No write without a cause: it carries what stood on the other side, and differs from what stood there. */
final class CauseJudge {

    private static final String NAME = "no write without a cause";
    /** What was observed may be acted on until the daily comparison at the latest. */
    private static final Duration OLDEST = Duration.ofHours(50);
    private final World world;
    private final Twins twins;

    CauseJudge(World world) {
        this.world = world;
        this.twins = new Twins(world);
    }

    void judge() {
        for (var side : Side.values())
            for (var root : world.vendor(side).history.roots()) {
                var states = world.vendor(side).history.of(root);
                for (int i = 0; i < states.size(); i++) if (states.get(i).isByHub()) judge(side, root, states, i);
            }
    }

    private void judge(Side side, String root, List<History.State> states, int written) {
        var state = states.get(written);
        if (state.write().part().kind() == PartKind.ROLE) return;
        var partId = partId(state);
        for (var field : state.write().values().fields()) {
            if (!world.rules.rule(state.write().part().kind(), field).compares()) continue;
            var value = state.write().values().get(field);
            if (!twins.held(side, root, partId, field, state.at().minus(OLDEST), state.at(), other -> Held.same(other, value)
                || other.isFilled() && Held.same(world.vendor(side).dialect().form(state.relation().kind(), state.write().part().kind(), field, other), value)
                || other.isEmpty() && value.isEmpty()) && !stoodBeside(states, written, partId, field, value)
                && !world.regret.wanted(side, root, partId, field, value, state.at()))
                world.failures.add(new Finding(NAME, root, field + " = " + value.text() + " stood nowhere when it was written at " + state.at()));
        }
        boolean isKnown = written > 0 && !states.get(written - 1).at().isAfter(state.knownAt());
        if (state.write().action() == Step.Action.UPDATE && isKnown && changesNothing(states.get(written - 1), state, partId))
            world.failures.add(new Finding(NAME, root, "what was written stood there already at " + state.at() + " " + state.write().values().fields()));
    }

    /** What a person typed into one of the fields that the other side feeds by one member follows into the others. */
    private boolean stoodBeside(List<History.State> states, int written, String partId, Field<?> field, Value<?> value) {
        return written > 0 && twins.together(states.get(written).relation(), partId, field).stream()
            .anyMatch(each -> Held.same(Held.value(states.get(written - 1).relation(), partId, each), value));
    }

    private static String partId(History.State state) {
        if (state.write().part().equals(PartKey.ROOT)) return "";
        if (state.write().action() == Step.Action.UPDATE) return state.write().partId();
        return Held.made(state);
    }

    /** To the letter: a capital that a person corrected, or chose, is something to write. */
    private static boolean changesNothing(History.State before, History.State after, String partId) {
        return after.write().values().fields().stream()
            .allMatch(field -> Held.value(before.relation(), partId, field).equals(after.write().values().get(field)));
    }
}
