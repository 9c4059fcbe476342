package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Relation;

/** Beyond the brake nothing is destroyed without leave, in any rolling day and over all roads. */
final class BrakeJudge {

    private static final Duration DAY = Duration.ofDays(1);
    private final World world;

    BrakeJudge(World world) { this.world = world; }

    private record Effect(Instant at, int fields) {}

    void judge() {
        var effects = effects();
        int most = world.ledger.links().brake(world.link);
        for (var last : effects) {
            int sum = effects.stream().filter(effect -> !effect.at().isAfter(last.at()) && effect.at().isAfter(last.at().minus(DAY))).mapToInt(Effect::fields).sum();
            if (sum > most) world.failures.add(new Finding("the brake holds", "", sum + " destructive effects in the day before " + last.at() + ", where " + most + " are allowed"));
        }
    }

    private List<Effect> effects() {
        var effects = new ArrayList<Effect>();
        for (var side : Side.values())
            for (var root : world.vendor(side).history.roots()) {
                var states = world.vendor(side).history.of(root);
                for (int i = 1; i < states.size(); i++)
                    if (states.get(i).isByHub() && states.get(i - 1).relation() != null) add(effects, side, root, states.get(i - 1).relation(), states.get(i));
            }
        return effects;
    }

    /** By what was destroyed, whatever the write says of itself; what a person answered for has leave. */
    private void add(List<Effect> effects, Side side, String root, Relation before, History.State state) {
        if (state.write().action() != Step.Action.UPDATE) return;
        var partId = state.write().part().equals(PartKey.ROOT) ? "" : state.write().partId();
        int destroyed = (int) state.write().values().fields().stream().filter(field -> Held.value(before, partId, field).isFilled()
            && state.write().old().get(field).isFilled() && state.write().values().get(field).isEmpty() && !isAnswered(side, root, state, field)).count();
        if (destroyed > 0) effects.add(new Effect(state.at(), destroyed));
    }

    private boolean isAnswered(Side side, String root, History.State state, Field<?> field) {
        var subject = state.write().part().subject(field);
        return world.office.given.stream().anyMatch(given -> !given.at().isAfter(state.at()) && given.answer().subject().equals(subject)
            && given.pair().root(side).filter(root::equals).isPresent());
    }
}
