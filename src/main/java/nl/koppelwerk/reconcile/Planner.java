package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Sighting;

/** What a run that begins with a plan would do. */
public sealed interface Planner permits Restore, Preview {

    /** The plan for one relation; empty where it is none of the run's. Pure: the same past always gives the same plan. */
    Optional<Plan> plan(Past past, Rules rules);

    /** @param others what the source showed of those that have a key */
    default Optional<Plan> plan(Past past, Rules rules, Function<MatchKey, List<Sighting>> others) {
        return plan(along(past, rules).map(key -> past.with(others.apply(key))).orElse(past), rules);
    }

    /** By which key of the source those are found that this relation goes along with: the plan is made with {@link Past#along()} then. */
    default Optional<MatchKey> along(Past past, Rules rules) { return Optional.empty(); }
}
