package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;

/** What a run that begins with a plan would do. */
public sealed interface Planner permits Restore, Preview {

    /** The plan for one relation; empty where it is none of the run's. Pure: the same past always gives the same plan. */
    Optional<Plan> plan(Past past, Rules rules);

    /** @param others what a side showed of those that have a key */
    default Optional<Plan> plan(Past past, Rules rules, BiFunction<Side, MatchKey, List<Sighting>> others) {
        return plan(past.with(along(past, rules).stream().flatMap(one -> others.apply(one.side(), one.key()).stream()).toList()), rules);
    }

    /** By which keys those are found that this relation goes along with: the plan is made with {@link Past#along()} then. */
    default List<Along> along(Past past, Rules rules) { return List.of(); }

    /** @param side where they are */
    record Along(Side side, MatchKey key) {}
}
