package nl.koppelwerk.ledger;

import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Past;
import nl.koppelwerk.reconcile.Plan;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Planner;
import nl.koppelwerk.reconcile.Settlement.Outcome;

/** Plans of what a run would do, relation by relation: made page by page, looked at, and applied whole or in part. */
public interface Plans {

    /** A run that is {@code PLANNING} until all of it is planned. */
    Run begin(String link, Asked asked, String by);

    /** Runs whose plan a worker may go on making now, each leased to one worker. */
    List<Making> claim(int most);

    /** The relations that are next, with what they were and are; none when all were planned. */
    List<Ground> next(Making making, int most);

    /** What a side showed of those that have this key, as {@link #next} tells it. */
    List<Sighting> shown(Making making, Side side, MatchKey key);

    /** Plans of these relations, up to the last of them in the order of {@link #next}; one commit. */
    void planned(Making making, String upTo, List<Drawn> drawn);

    /** Somebody goes on with it at once, this worker or another one. */
    void rests(Making making);

    /** It can be looked at and applied; {@code why} is a remark that people see. */
    void ready(Making making, String why);

    /** How many items stand in each bucket. */
    Map<Bucket, Integer> buckets(String run);

    /** In the order of their ids; a null bucket for all. */
    List<Item> items(String run, Bucket bucket, String afterId, int most);

    /** Those of these that are the run's. */
    List<Item> items(String run, List<String> ids);

    /**
     * What is chosen is wanted from now on, and each relation of it gets a notice that the run counts; once only.
     *
     * @return false where the run is not {@code PLANNED} (any more)
     */
    boolean apply(String run, Selection selection, String by);

    /** @param relation the only relation that is meant, or empty for all of the link */
    record Asked(Planner planner, String relation) {}

    record Making(Run run, Asked asked) {}

    record Ground(String relation, Past past) {}

    record Drawn(String relation, Side side, String root, Plan plan) {}

    /**
     * One relation of a plan.
     *
     * @param selected it was applied
     * @param outcome  of the look that carried it out; null before
     */
    record Item(String id, String relation, String name, Plan plan, boolean selected, Outcome outcome) {}

}
