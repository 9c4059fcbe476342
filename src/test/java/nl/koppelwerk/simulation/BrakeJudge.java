package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import nl.koppelwerk.link.Side;

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
            for (var root : world.vendor(side).history.roots())
                for (var state : world.vendor(side).history.of(root))
                    if (state.isByHub() && state.write().destructive() > 0) effects.add(new Effect(state.at(), state.write().destructive()));
        return effects;
    }
}
