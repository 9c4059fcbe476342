package nl.koppelwerk.flow;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.koppelwerk.ledger.Checkpoints.Place;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Outcome;

/** One pass over listings while it goes on, a run's or a poll's; the variable {@code walk} of hub-crawl. */
public final class Walk {

    /** @param acquaints its rows are only to be found by their keys; nothing follows from them and they do not count */
    public record Listing(Side side, String name, boolean acquaints) {

        public Listing(Side side, String name) { this(side, name, false); }

        Listing acquainting() { return new Listing(side, name, true); }
    }

    /** Why a run that does not judge all has a root looked at. */
    static final String RUN = "run";

    final String link;
    /** Null for a poll. */
    final Run run;
    final String why;
    final Deque<Listing> listings;
    /** Those that it has listings of. */
    final Set<Side> sides;
    private final String name;
    /** Of a pass that is made before a birth: when it began, or the one that it goes on with; null for any other. */
    Instant began;
    /** Where the listing that is walked now stands; null at its start. */
    Place place;
    /** When the walk goes on, while it waits. */
    volatile Instant resumesAt;
    int failures;
    /** Of the page at hand. */
    int read;
    Map<Outcome, Integer> counted = Map.of();
    /** Another process walks it by now. */
    volatile boolean lost;
    /** A sample has all that it wanted. */
    boolean isFull;
    /** A listing stood still: not all of it was read. */
    boolean isCut;

    private Walk(String link, Run run, String why, List<Listing> listings) {
        this.link = link;
        this.run = run;
        this.why = why;
        this.listings = new ArrayDeque<>(listings);
        this.sides = listings.stream().map(Listing::side).collect(Collectors.toUnmodifiableSet());
        this.name = run == null ? link + "/" + listings : run.id();
    }

    public static Walk of(Run run, List<Listing> listings) {
        return new Walk(run.link(), run, run.kind().judgesAll() ? "full" : RUN, listings);
    }

    /** Before a birth: what is new there becomes known by its keys, and nothing else follows. */
    public static Walk ofNewcomers(String link, List<Listing> listings, Instant now) {
        var walk = new Walk(link, null, "birth", listings.stream().map(Listing::acquainting).toList());
        walk.began = now;
        return walk;
    }

    public static Walk poll(String link, List<Listing> listings) { return new Walk(link, null, "poll", listings); }

    /** There is a page to ask for now. */
    public boolean isGoing() { return !listings.isEmpty() && resumesAt == null && !lost; }

    /** The one that is walked now, or null at the end. */
    public Listing listing() { return listings.peekFirst(); }

    /** A run remembers its own place, so that a poll of the same listing goes on beside it. */
    String checkpoint() {
        if (run == null) return began == null ? listing().name() : index();
        if (listing().acquaints()) return listing().name() + "@keys";
        return listing().name() + (surveys() ? "@" + run.kind().name().toLowerCase(java.util.Locale.ROOT) : certifies() ? "@verify" : "@run");
    }

    /** Where the index of keys has its place in the listing that is walked now. */
    String index() { return listing().name() + nl.koppelwerk.ledger.Newcomers.INDEX; }

    /** A position with what tells whose it is, where another pass could take it for its own. */
    String marked(String position) {
        if (run != null) return run.id() + " " + position;
        return began == null ? position : began + " " + position;
    }

    boolean surveys() { return run != null && run.kind().surveys(); }

    /** Nobody has looked at all that its listings show. */
    boolean looksAtAll() { return !surveys() && !certifies() && (run == null || run.size() == 0); }

    boolean certifies() { return run != null && run.kind() == Kind.VERIFY; }

    public Lane lane() { return run == null ? Lane.LIVE : Lane.BACKFILL; }

    String runId() { return run == null ? "" : run.id(); }

    /** One walk of a kind at a time in a process. */
    String name() { return name; }

    /** Every root is judged afresh, moved or not. */
    boolean judgesAll() { return run != null && run.kind().judgesAll(); }

    void stopHere() { listings.clear(); }
}
