package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Plans;
import nl.koppelwerk.ledger.Plans.Drawn;
import nl.koppelwerk.ledger.Plans.Ground;
import nl.koppelwerk.ledger.Plans.Making;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Planner;
import nl.koppelwerk.reconcile.Restore;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Said;
import org.jboss.logging.Logger;

/** Makes plans, some pages at each tick, so that a plan of a whole link keeps nobody waiting; it asks no system anything. */
@Singleton
public final class Planning {

    private static final Logger LOG = Logger.getLogger(Planning.class);
    private static final int PAGE = 50;
    private static final int PAGES_AT_ONCE = 10;
    private static final int MOST = 5;

    private final Plans plans;
    private final LinkBook links;

    @Inject
    public Planning(Plans plans, LinkBook links) {
        this.plans = plans;
        this.links = links;
    }

    /** A plan that is cut short here goes on at a later tick, in this process or another one. */
    void goOn() { plans.claim(MOST).forEach(this::goOn); }

    private void goOn(Making making) {
        try {
            for (int page = 0; page < PAGES_AT_ONCE; page++) if (!page(making)) return;
            plans.rests(making);
        } catch (IllegalStateException taken) {
            LOG.debugf("Plan %s is another's by now, or cancelled", making.run().id());
        }
    }

    /** @return false when all of it is planned */
    private boolean page(Making making) {
        var grounds = plans.next(making, PAGE);
        if (grounds.isEmpty()) {
            plans.ready(making, summary(making));
            return false;
        }
        var drawn = new ArrayList<Drawn>();
        for (var ground : grounds) draw(making, ground, drawn);
        plans.planned(making, grounds.get(grounds.size() - 1).relation(), drawn);
        return true;
    }

    private void draw(Making making, Ground ground, List<Drawn> drawn) {
        var pair = ground.past().pair();
        var side = pair.root(Side.SOURCE).isPresent() ? Side.SOURCE : Side.TARGET;
        making.asked().planner().plan(ground.past(), links.open(making.run().link()).rules(), (at, key) -> plans.shown(making, at, key))
            .ifPresent(plan -> drawn.add(new Drawn(ground.relation(), side, pair.root(side).orElseThrow(), plan)));
    }

    private String summary(Making making) { return summary(making.asked().planner(), plans.buckets(making.run().id())); }

    static String summary(Planner planner, Map<Bucket, Integer> buckets) {
        return planner instanceof Restore restore ? restored(restore, buckets).kept() : Phrase.PREVIEW_READY.with("onlyInImport", count(buckets, Bucket.ONLY_IN_IMPORT))
            .with("onlyInTarget", count(buckets, Bucket.ONLY_IN_TARGET)).with("duplicate", count(buckets, Bucket.DUPLICATE)).with("invalid", count(buckets, Bucket.INVALID)).kept();
    }

    private static Said restored(Restore restore, Map<Bucket, Integer> buckets) {
        return (restore.run().isEmpty() ? Phrase.RESTORE_READY : Phrase.UNDO_READY).with("toRestore", count(buckets, Bucket.TO_RESTORE))
            .with("kept", count(buckets, Bucket.KEPT)).with("created", count(buckets, Bucket.CREATED));
    }

    private static int count(Map<Bucket, Integer> buckets, Bucket bucket) { return buckets.getOrDefault(bucket, 0); }
}
