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
import java.util.stream.Collectors;
import nl.koppelwerk.ledger.Checkpoints;
import nl.koppelwerk.ledger.Dossiers;
import nl.koppelwerk.ledger.Dossiers.Fate;
import nl.koppelwerk.ledger.Dossiers.Listed;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Newcomers;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Readiness;
import nl.koppelwerk.reconcile.Settlement.Outcome;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.systems.Connector.Page;
import nl.koppelwerk.systems.Connector.PageRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What one page of a listing leaves behind: observations, hints where something moved, the run's count, the place. */
@Singleton
public final class Pages {

    private final Dossiers dossiers;
    private final Runs runs;
    private final Places places;

    @Inject
    public Pages(Dossiers dossiers, Checkpoints checkpoints, Runs runs, Newcomers newcomers, @ConfigProperty(name = "koppelwerk.poll.overlap") Duration overlap) {
        this.dossiers = dossiers;
        this.runs = runs;
        this.places = new Places(checkpoints, newcomers, overlap);
    }

    /** Takes up the walk's next listing where it was left, unless one is under way; false when none is left. */
    public boolean open(Walk walk) { return places.open(walk); }

    /** The pass begins anew next time: the vendor did not go on with it. */
    void restart(Walk walk) { places.restart(walk); }

    /** The question for the next page. */
    public PageRequest request(Walk walk, int limit) { return new PageRequest(walk.listing().name(), Places.since(walk), walk.place.position(), limit); }

    /** Makes observations of the rows; answers the hints that follow, for the caller to make durable. */
    public List<Hint> observe(Walk walk, Rules rules, String facet, Page page) {
        var rows = sample(walk, rules, worn(walk, rules, facet, page.rows()));
        var listed = rows.isEmpty() ? List.<Listed>of() : dossiers.observe(walk.link, facet, rows, walk.runId());
        var hints = new ArrayList<Hint>();
        walk.counted = new EnumMap<>(Outcome.class);
        walk.read = 0;
        listed.forEach(row -> judge(walk, row, hints));
        return hints;
    }

    /** A hat that a record does not wear counts where it once did: then somebody took it off. */
    private List<Sighting> worn(Walk walk, Rules rules, String facet, List<Sighting> rows) {
        var off = rows.stream().filter(row -> !rules.isWorn(row.side(), row.relation())).map(Sighting::root).collect(Collectors.toSet());
        if (off.isEmpty()) return rows;
        var known = dossiers.known(walk.link, facet, walk.listing().side(), off);
        return rows.stream().filter(row -> !off.contains(row.root()) || known.contains(row.root())).toList();
    }

    /** A sample is of relations that would go over; its size is that of the whole run. */
    private List<Sighting> sample(Walk walk, Rules rules, List<Sighting> rows) {
        if (walk.run == null || walk.run.size() == 0) return rows;
        int left = walk.run.size() - runs.find(walk.run.id()).orElseThrow().read();
        var some = rows.stream().filter(row -> Readiness.of(rules, row).verdict() != Readiness.Verdict.OUT_OF_SCOPE).limit(Math.max(left, 0)).toList();
        walk.isFull = some.size() >= left;
        return some;
    }

    /** Makes the rows known by their keys, before the other side's roots look for their partners; answers no hints. */
    public List<Hint> acquaint(Walk walk, Rules rules, Page page) {
        var keys = new LinkedHashMap<String, List<MatchKey>>();
        page.rows().stream().filter(row -> rules.isWorn(row.side(), row.relation())).forEach(row -> keys.put(row.root(), rules.identity(row.side(), row.root(), row.relation())));
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
        if (walk.run != null && !walk.surveys()) runs.walked(walk.run, walk.read, Map.copyOf(walk.counted), walk.listings.size() == 1 ? page.total() : null);
        places.turn(walk, page, now);
    }
}
