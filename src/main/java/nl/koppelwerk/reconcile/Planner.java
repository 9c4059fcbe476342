package nl.koppelwerk.reconcile;

import java.util.Optional;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Rules;

/** What a run that begins with a plan would do. */
public sealed interface Planner permits Restore, Preview {

    /** The plan for one relation; empty where it is none of the run's. Pure: the same past always gives the same plan. */
    Optional<Plan> plan(Past past, Rules rules);

    /** By which key of the source those are found that this relation goes along with: the plan is made with {@link Past#along()} then. */
    default Optional<MatchKey> along(Past past, Rules rules) { return Optional.empty(); }
}
