package nl.koppelwerk.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Ledger;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Settlement;

/** One office: its two vendors, its people, its link, and what they were told of it. */
final class World {

    final Installation hub;
    final long seed;
    final Random random;
    final Timeline time;
    final Trace trace;
    final Ledger ledger;
    final String link;
    final Cast cast;
    final Map<Side, SimulatedAccount> accounts;
    final Crawl crawl;
    final Certifier certifier;
    final Office office;
    final LateLandings late;
    final Books books = new Books(this);
    final Map<String, Settlement> settled = new LinkedHashMap<>();
    final List<Told> told = new ArrayList<>();
    /** When two roots that were there were first one relation, by both. */
    final Map<String, Instant> pairedSince = new LinkedHashMap<>();
    /** From which root each create is made, by its key. */
    final Map<String, String> origins = new java.util.HashMap<>();
    /** When each create was decided on, by its key. */
    final Map<String, Instant> intended = new java.util.HashMap<>();
    /** When both first agreed on a field, by the root of the target and its name. */
    final Map<String, Instant> metSince = new java.util.HashMap<>();
    /** What looks had seen when they ended. */
    final List<SeenIn> seenIn = new ArrayList<>();
    final List<Finding> failures;
    final Drafting drafting;
    final Regret regret;
    Quirks quirks;
    Rules rules;
    boolean crawls = true;
    int writes;
    int looks;
    int postponed;
    /** Rows of listings that were read too early, or too late, to be believed. */
    int unsure;

    /** What people could read at that moment about a relation that is not simply in sync. */
    record Told(Instant at, String relation, Settlement settlement) {}

    record SeenIn(Instant settledAt, Sighting sighting) {}

    World(Installation hub, long seed) {
        this.hub = hub;
        this.seed = seed;
        this.random = hub.random;
        this.time = hub.time;
        this.trace = hub.trace;
        this.ledger = hub.ledger;
        this.failures = hub.failures;
        this.quirks = Quirks.of(random);
        this.cast = hub.casting.apply(this);
        this.crawl = new Crawl(this);
        this.certifier = new Certifier(this);
        this.office = new Office(this);
        this.drafting = new Drafting(this);
        this.regret = new Regret(this);
        this.late = new LateLandings(this);
        var made = newLink();
        this.link = made.id();
        this.accounts = Map.of(Side.SOURCE, new SimulatedAccount(this, made.accounts().get(Side.SOURCE)), Side.TARGET, new SimulatedAccount(this, made.accounts().get(Side.TARGET)));
        set(false);
    }

    private Links.Link newLink() {
        var settings = JsonNodeFactory.instance.objectNode();
        if (quirks.brake() > 0) settings.put("brake", quirks.brake());
        var made = ledger.links().create(new Links.NewLink(hub.id("office"), cast.type().id(), "simulated", settings,
            Map.of(Side.SOURCE, account(cast.type().sourceSystem()), Side.TARGET, account(cast.type().targetSystem()))));
        ledger.links().change(made.id(), Links.State.ACTIVE, "");
        ledger.links().collect(made.id(), cast.type().timetable(settings).collects());
        return made;
    }

    private Links.NewAccount account(String system) { return new Links.NewAccount(system, "1", "", "", Map.of("key", "k"), quirks.limits()); }

    /** The settings of the link. */
    void set(boolean another) { rules = cast.rules(another); }

    SimulatedVendor vendor(Side side) { return cast.vendor(side); }

    /** The state that a read of that side shows now: where a vendor lags, a little older than the present. */
    Instant readableAt(Side side) {
        long lag = vendor(side).dialect().visibilityDelay().toMillis();
        return lag == 0 ? time.instant() : time.instant().minusMillis((long) (random.nextDouble() * lag));
    }

    String id(String prefix) { return hub.id(prefix); }

    void settled(Claim claim, String relation, Settlement said) {
        if (trace.isOn) trace.say(claim.root(), "settled " + Telling.settlement(said));
        var settlement = books.of(said);
        cast.kin().learn(settlement);
        for (var side : Side.values()) said.pair().root(side).ifPresent(id -> settled(side, id, settlement));
        settled(claim.side(), claim.root(), settlement);
        if (settlement.pair().isPaired() && settlement.pair().gone().isEmpty() && !Lineage.doubts(settlement)) pairedSince.putIfAbsent(settlement.pair().source() + " " + settlement.pair().target(), time.instant());
        if (settlement.again().isPresent() || !settlement.moved().isEmpty()) postponed++;
        settlement.pair().root(Side.TARGET).ifPresent(root -> settlement.pair().baseline(Side.TARGET).of(PartKey.ROOT).fields()
            .forEach(field -> metSince.putIfAbsent(root + " " + field.name(), time.instant())));
        settlement.sightings().forEach(seen -> seenIn.add(new SeenIn(time.instant(), seen)));
        if (!settlement.reasons().isEmpty() || !settlement.wanted().isEmpty()) told.add(new Told(time.instant(), relation, settlement));
    }

    /** What is said of an id that a record does not have any more is not the last word about that record. */
    private void settled(Side side, String id, Settlement settlement) {
        var record = vendor(side).record(id);
        if (vendor(side).id(record).equals(id)) settled.put(record, settlement);
    }

    /** No more faults from now on. */
    void calm() {
        quirks = quirks.calm();
        accounts.values().forEach(SimulatedAccount::renew);
    }

    void guard(String about, Runnable step, Runnable end) { hub.guard(about, step, end); }

    void runFor(Duration span) { hub.runFor(span); }
}
