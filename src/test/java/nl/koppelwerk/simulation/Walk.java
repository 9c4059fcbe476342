package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import nl.koppelwerk.ledger.Checkpoints.Place;
import nl.koppelwerk.ledger.Dossiers.Fate;
import nl.koppelwerk.ledger.Dossiers.Listed;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;

/** One pass over listings page by page, a run's or a poll's; it may die between any two steps and then goes on where it was. */
final class Walk {

    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private final World world;
    private final Runs.Run run;
    private final Deque<Listing> listings;
    private Place place;
    private int read;
    private Map<Outcome, Integer> known;

    record Listing(Side side, String name) {}

    Walk(World world, Runs.Run run, Deque<Listing> listings) {
        this.world = world;
        this.run = run;
        this.listings = listings;
    }

    void begin() {
        while (place == null && !listings.isEmpty()) open();
        if (listings.isEmpty()) endRun();
        else then(300, this::ask);
    }

    private void endRun() {
        if (run == null || !isOurs()) return;
        if (run.kind() != Runs.Kind.INITIAL) for (var side : Side.values()) askForMissing(side);
        world.ledger.runs().walkedAll(run, "");
    }

    private void askForMissing(Side side) {
        var missing = world.ledger.runs().missing(run, side).roots();
        world.ledger.notices().accept(missing.stream().map(root -> new Hint(world.link, side, root, Lane.BACKFILL, "missing", false, "", "")).toList());
    }

    private boolean isOurs() { return run == null || world.ledger.runs().renew(run); }

    private void open() {
        var found = world.ledger.checkpoints().find(world.link, listing().side(), checkpoint()).orElse(new Place("", "", ""));
        if (run == null) place = found;
        else if (found.watermark().equals(run.id())) listings.removeFirst();
        else place = resumed(found);
    }

    private Place resumed(Place found) {
        var mine = run.id() + " ";
        return found.position().startsWith(mine) ? new Place(found.position().substring(mine.length()), found.newest(), "") : new Place("", "", "");
    }

    private Listing listing() { return listings.peekFirst(); }

    private String checkpoint() { return run == null ? listing().name() : listing().name() + "@run"; }

    private void then(int millis, Runnable step) {
        if (world.random.nextDouble() < world.quirks.death()) return;
        world.time.after(Duration.ofMillis(1 + world.random.nextInt(millis)), () -> world.guard("walk", step, () -> { }));
    }

    private void ask() {
        if (!isOurs()) return;
        var asked = world.time.instant();
        then(200, () -> page(asked));
    }

    private void page(Instant asked) {
        boolean fails = world.random.nextDouble() < world.quirks.lostBefore() + world.quirks.throttled();
        var since = run == null && !place.watermark().isEmpty() ? Instant.parse(place.watermark()) : null;
        if (!fails) {
            var page = world.vendor(listing().side()).list(listing().name(), since, place.position(), 3 + world.random.nextInt(6),
                world.readableAt(listing().side()), asked);
            then(200, () -> observe(page));
        } else if (run != null) then(60_000, this::ask);
    }

    private void observe(SimulatedVendor.Page page) {
        if (!isOurs()) return;
        var listed = page.rows().isEmpty() ? List.<Listed>of() : world.ledger.dossiers().observe(world.link, "relation", page.rows(), run == null ? "" : run.id());
        known = new EnumMap<>(Outcome.class);
        read = 0;
        var hints = new ArrayList<Hint>();
        listed.forEach(row -> judge(row, hints));
        then(50, () -> accept(hints, page));
    }

    private void judge(Listed row, List<Hint> hints) {
        if (row.fate() == Fate.REPEATED_MOVED) hints.add(new Hint(world.link, listing().side(), row.root(), Lane.BACKFILL, "run", false, "", ""));
        boolean isPart = row.fate() == Fate.EQUAL && row.state() == null;
        if (row.fate() == Fate.REPEATED || row.fate() == Fate.REPEATED_MOVED || isPart) return;
        read++;
        boolean judgesAll = run != null && run.kind() == Runs.Kind.FULL;
        if (row.fate() == Fate.EQUAL && !judgesAll) known.merge(outcome(row.state()), 1, Integer::sum);
        else hints.add(new Hint(world.link, listing().side(), row.root(), run == null ? Lane.LIVE : Lane.BACKFILL, run == null ? "poll" : "run",
            row.fate() != Fate.HINT, "", run == null ? "" : run.id()));
    }

    private static Outcome outcome(State state) {
        return switch (state) {
            case IN_SYNC -> Outcome.EQUAL;
            case PENDING -> Outcome.POSTPONED;
            default -> Outcome.valueOf(state.name());
        };
    }

    private void accept(List<Hint> hints, SimulatedVendor.Page page) {
        if (world.trace.isOn) hints.forEach(hint -> world.trace.say(hint.record(), hint.why() + " of " + hint.side() + (hint.observed() ? " observed" : "")));
        if (!hints.isEmpty()) world.ledger.notices().accept(hints);
        then(50, () -> turn(page));
    }

    private void turn(SimulatedVendor.Page page) {
        if (!isOurs()) return;
        if (run != null) world.ledger.runs().walked(run, read, Map.copyOf(known), null);
        var newest = page.newest() == null ? place.newest() : later(place.newest(), page.newest().toString());
        if (page.position().isEmpty()) end(newest);
        else keep(new Place(page.position(), newest, place.watermark()));
        begin();
    }

    private static String later(String one, String other) {
        return one.isEmpty() || Instant.parse(other).isAfter(Instant.parse(one)) ? other : one;
    }

    private void keep(Place next) {
        place = next;
        at(checkpoint(), run == null ? next : new Place(run.id() + " " + next.position(), next.newest(), next.watermark()));
    }

    private void end(String newest) {
        var old = run == null ? place.watermark() : "";
        var mark = newest.isEmpty() ? old : later(old, Instant.parse(newest).minus(OVERLAP).toString());
        at(checkpoint(), new Place("", "", run == null ? mark : run.id()));
        boolean isFirst = world.ledger.checkpoints().find(world.link, listing().side(), listing().name()).filter(p -> !p.watermark().isEmpty()).isEmpty();
        if (run != null && isFirst && !mark.isEmpty()) at(listing().name(), new Place("", "", mark));
        place = null;
        listings.removeFirst();
    }

    private void at(String name, Place next) { world.ledger.checkpoints().at(world.link, listing().side(), name, next); }
}
