package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Checkpoints;
import nl.koppelwerk.ledger.Checkpoints.Place;
import nl.koppelwerk.ledger.Dossiers;
import nl.koppelwerk.ledger.Dossiers.Fate;
import nl.koppelwerk.ledger.Dossiers.Listed;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.systems.Connector.Page;
import nl.koppelwerk.systems.Connector.PageRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What one page of a listing leaves behind: observations, hints where something moved, the run's count, the place. */
@Singleton
public final class Pages {

    private static final Logger LOG = Logger.getLogger(Pages.class);

    private final Dossiers dossiers;
    private final Checkpoints checkpoints;
    private final Runs runs;
    private final Duration overlap;

    @Inject
    public Pages(Dossiers dossiers, Checkpoints checkpoints, Runs runs, @ConfigProperty(name = "koppelwerk.poll.overlap") Duration overlap) {
        this.dossiers = dossiers;
        this.checkpoints = checkpoints;
        this.runs = runs;
        this.overlap = overlap;
    }

    /** Takes up the walk's next listing where it was left, unless one is under way; false when none is left. */
    public boolean open(Walk walk) {
        while (walk.place == null && walk.listing() != null) takeUp(walk);
        return walk.place != null;
    }

    /** One that this run has ended already is passed over. */
    private void takeUp(Walk walk) {
        var listing = walk.listing();
        var found = checkpoints.find(walk.link, listing.side(), walk.checkpoint()).orElse(new Place("", "", ""));
        if (walk.run == null) walk.place = found;
        else if (found.watermark().equals(walk.run.id())) walk.listings.removeFirst();
        else walk.place = resumed(walk, found);
    }

    /** The place of a run carries its id, so that the next run starts at the first page. */
    private static Place resumed(Walk walk, Place found) {
        var mine = walk.run.id() + " ";
        return found.position().startsWith(mine) ? new Place(found.position().substring(mine.length()), found.newest(), "") : new Place("", "", "");
    }

    /** The question for the next page. */
    public PageRequest request(Walk walk, int limit) { return new PageRequest(walk.listing().name(), since(walk), walk.place.position(), limit); }

    /** A run reads everything. */
    private static String since(Walk walk) { return walk.run == null ? walk.place.watermark() : ""; }

    /** Makes observations of the rows; answers the hints that follow, for the caller to make durable. */
    public List<Hint> observe(Walk walk, String facet, Page page) {
        var listed = page.rows().isEmpty() ? List.<Listed>of() : dossiers.observe(walk.link, facet, page.rows(), walk.runId());
        var hints = new ArrayList<Hint>();
        walk.counted = new EnumMap<>(Outcome.class);
        walk.read = 0;
        listed.forEach(row -> judge(walk, row, hints));
        return hints;
    }

    /** Makes the rows known by their keys, before the other side's roots look for their partners; answers no hints. */
    List<Hint> acquaint(Walk walk, Rules rules, Page page) {
        var keys = new LinkedHashMap<String, List<MatchKey>>();
        page.rows().forEach(row -> keys.put(row.root(), rules.identity(row.side(), row.root(), row.relation())));
        dossiers.acquaint(walk.link, walk.listing().side(), keys);
        walk.counted = Map.of();
        walk.read = 0;
        return List.of();
    }

    private static void judge(Walk walk, Listed row, List<Hint> hints) {
        if (row.fate() == Fate.REPEATED_MOVED) hints.add(new Hint(walk.link, walk.listing().side(), row.root(), walk.lane(), walk.why, false, "", ""));
        boolean isPart = row.fate() == Fate.EQUAL && row.state() == null;
        if (row.fate() == Fate.REPEATED || row.fate() == Fate.REPEATED_MOVED || isPart) return;
        walk.read++;
        boolean known = row.fate() == Fate.EQUAL && !walk.judgesAll();
        if (known) walk.counted.merge(outcome(row.state()), 1, Integer::sum);
        else hints.add(new Hint(walk.link, walk.listing().side(), row.root(), walk.lane(), walk.why, row.fate() != Fate.HINT, "", walk.runId()));
    }

    private static Outcome outcome(State state) {
        return switch (state) {
            case IN_SYNC -> Outcome.EQUAL;
            case PENDING -> Outcome.POSTPONED;
            default -> Outcome.valueOf(state.name());
        };
    }

    /** The hints are durable: remembers the page. After it the walk has a place, or none when the listing is at its end. */
    public void turn(Walk walk, Page page, Instant now) {
        if (walk.run != null) runs.walked(walk.run, walk.read, Map.copyOf(walk.counted), walk.listings.size() == 1 ? page.total() : null);
        var newest = ServerStamp.later(walk.place.newest(), page.newest());
        if (page.position().isEmpty()) end(walk, newest, now);
        else if (standsStill(walk, page)) cut(walk);
        else keep(walk, new Place(page.position(), newest, walk.place.watermark()));
    }

    private void keep(Walk walk, Place place) {
        walk.place = place;
        var position = walk.run == null ? place.position() : walk.run.id() + " " + place.position();
        at(walk, walk.checkpoint(), new Place(position, place.newest(), place.watermark()));
    }

    private void end(Walk walk, String newest, Instant now) {
        var mark = ServerStamp.watermark(since(walk), ServerStamp.notAfter(newest, now), overlap);
        if (walk.run == null) at(walk, walk.checkpoint(), new Place("", "", mark));
        else endOfRun(walk, mark);
        walk.place = null;
        walk.listings.removeFirst();
    }

    /** The first poll of a listing goes on from where a run has read it; a poll that has a watermark keeps its own. */
    private void endOfRun(Walk walk, String mark) {
        at(walk, walk.checkpoint(), new Place("", "", walk.run.id()));
        // Its listings are not those of the poll, or nobody has looked at their roots.
        if (walk.certifies() || walk.listing().acquaints()) return;
        var poll = checkpoints.find(walk.link, walk.listing().side(), walk.listing().name());
        if (poll.filter(place -> !place.watermark().isEmpty()).isEmpty() && !mark.isEmpty()) at(walk, walk.listing().name(), new Place("", "", mark));
    }

    /** The same page for ever: the watermark stays, so nothing is taken for read. */
    private void cut(Walk walk) {
        LOG.warnf("Listing %s of link %s stands still; nothing is concluded from it", walk.listing().name(), walk.link);
        walk.place = null;
        walk.listings.removeFirst();
    }

    private static boolean standsStill(Walk walk, Page page) {
        return page.position().equals(walk.place.position());
    }

    private void at(Walk walk, String listing, Place place) { checkpoints.at(walk.link, walk.listing().side(), listing, place); }
}
