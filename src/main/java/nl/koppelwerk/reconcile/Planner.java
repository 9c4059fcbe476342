package nl.koppelwerk.reconcile;

import java.util.Optional;
import nl.koppelwerk.link.Rules;

/** What a run that begins with a plan would do. */
public sealed interface Planner permits Restore, Preview {

    /** The plan for one relation; empty where it is none of the run's. Pure: the same past always gives the same plan. */
    Optional<Plan> plan(Past past, Rules rules);
}
