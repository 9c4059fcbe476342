package nl.koppelwerk.flow;

import java.time.Duration;
import java.time.Instant;
import nl.koppelwerk.ledger.Checkpoints;
import nl.koppelwerk.ledger.Checkpoints.Place;
import nl.koppelwerk.ledger.Newcomers;
import nl.koppelwerk.systems.Connector.Page;
import org.jboss.logging.Logger;

/** Where a walk stands in its listings, and from where the next one starts. */
final class Places {

    private static final Logger LOG = Logger.getLogger(Places.class);

    private final Checkpoints checkpoints;
    private final Newcomers newcomers;
    private final Duration overlap;

    Places(Checkpoints checkpoints, Newcomers newcomers, Duration overlap) {
        this.checkpoints = checkpoints;
        this.newcomers = newcomers;
        this.overlap = overlap;
    }

    /** Takes up the walk's next listing where it was left, unless one is under way; false when none is left. */
    boolean open(Walk walk) {
        while (walk.place == null && walk.listing() != null) takeUp(walk);
        return walk.place != null;
    }

    /** One that this run has ended already is passed over. */
    private void takeUp(Walk walk) {
        var listing = walk.listing();
        var found = checkpoints.find(walk.link, listing.side(), walk.checkpoint()).orElse(new Place("", "", ""));
        if (walk.began != null) walk.place = goneOn(walk, found);
        else if (walk.run == null) walk.place = found;
        else if (found.watermark().equals(walk.run.id())) walk.listings.removeFirst();
        else walk.place = resumed(walk, found);
    }

    /** The place of a run carries its id, so that the next run starts at the first page. */
    private static Place resumed(Walk walk, Place found) {
        var mine = walk.run.id() + " ";
        return found.position().startsWith(mine) ? new Place(found.position().substring(mine.length()), found.newest(), "") : new Place("", "", "");
    }

    /** What was broken off goes on where it was, and has listed what there is since it began. */
    private static Place goneOn(Walk walk, Place found) {
        int gap = found.position().indexOf(' ');
        if (gap < 0) return found;
        var began = Instant.parse(found.position().substring(0, gap));
        if (began.isBefore(walk.began)) walk.began = began;
        return new Place(found.position().substring(gap + 1), found.newest(), found.watermark());
    }

    /** The pass begins anew next time: the vendor did not go on with it. */
    void restart(Walk walk) {
        var place = checkpoints.find(walk.link, walk.listing().side(), walk.checkpoint()).orElse(new Place("", "", ""));
        at(walk, walk.checkpoint(), new Place("", "", place.watermark()));
    }

    /** A run reads everything. */
    static String since(Walk walk) { return walk.run == null ? walk.place.watermark() : ""; }

    /** After it the walk has a place, or none when the listing is at its end. */
    void turn(Walk walk, Page page, Instant now) {
        var newest = ServerStamp.later(walk.place.newest(), page.newest());
        if (page.position().isEmpty()) end(walk, newest, now);
        else if (standsStill(walk, page)) cut(walk);
        else keep(walk, new Place(page.position(), newest, walk.place.watermark()));
    }

    private void keep(Walk walk, Place place) {
        walk.place = place;
        at(walk, walk.checkpoint(), new Place(walk.marked(place.position()), place.newest(), place.watermark()));
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
        if (walk.listing().acquaints()) acquainted(walk, mark);
        at(walk, walk.checkpoint(), new Place("", "", walk.run.id()));
        // Its listings are not those of the poll, or nobody has looked at their roots.
        if (!walk.looksAtAll() || walk.listing().acquaints()) return;
        var poll = checkpoints.find(walk.link, walk.listing().side(), walk.listing().name());
        if (poll.filter(place -> !place.watermark().isEmpty()).isEmpty() && !mark.isEmpty()) at(walk, walk.listing().name(), new Place("", "", mark));
    }

    /** From here on only what is new is listed before something is made there. */
    private void acquainted(Walk walk, String mark) {
        at(walk, walk.index(), new Place("", "", mark));
        boolean isLast = walk.listings.stream().filter(listing -> listing.acquaints() && listing.side() == walk.listing().side()).count() == 1;
        if (isLast) newcomers.listed(walk.link, walk.listing().side(), walk.run.startedAt());
    }

    /** The same page for ever: the watermark stays, so nothing is taken for read. */
    private void cut(Walk walk) {
        LOG.warnf("Listing %s of link %s stands still; nothing is concluded from it", walk.listing().name(), walk.link);
        if (walk.began != null) restart(walk);
        walk.place = null;
        walk.isCut = true;
        walk.listings.removeFirst();
    }

    private static boolean standsStill(Walk walk, Page page) {
        return page.position().equals(walk.place.position());
    }

    private void at(Walk walk, String listing, Place place) { checkpoints.at(walk.link, walk.listing().side(), listing, place); }
}
