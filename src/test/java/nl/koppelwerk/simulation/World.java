package nl.koppelwerk.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.memory.MemoryLedger;
import nl.koppelwerk.link.AdvocaatCentraalTribe;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement;

/** One simulated run: two vendors, the ledger, the workers, the people, one clock, one source of chance. */
final class World {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00.250Z");
    /** Many times what a run takes that comes to rest. */
    private static final int MOST_EVENTS = 300_000;
    final long seed;
    final Random random;
    final Timeline time = new Timeline(START);
    final Trace trace;
    final MemoryLedger ledger;
    final String link;
    final SimulatedAdvocaatCentraal ac;
    final SimulatedTribe tribe;
    final Crew crew;
    final Crawl crawl;
    final People people;
    final Office office;
    Quirks quirks;
    Rules rules;
    boolean crawls = true;
    int writes;
    int postponed;
    private int ids;
    private int events;
    String lastClaimed = "";
    /** What the last look at each root recorded. */
    final Map<String, Settlement> settled = new LinkedHashMap<>();
    final List<Told> told = new ArrayList<>();
    final List<Finding> failures = new ArrayList<>();

    /** What people could read at that moment about a relation that is not simply in sync. */
    record Told(Instant at, Settlement settlement) {}

    World(long seed, boolean traced) {
        this.seed = seed;
        this.random = new Random(seed);
        this.quirks = Quirks.of(random);
        this.trace = new Trace(this, traced);
        this.ledger = new MemoryLedger(time, new Random(seed + 1));
        this.ac = new SimulatedAdvocaatCentraal(this);
        this.tribe = new SimulatedTribe(this, new Webhooks(this));
        this.crew = new Crew(this, 1 + random.nextInt(4));
        this.crawl = new Crawl(this);
        this.people = new People(this);
        this.office = new Office(this);
        this.link = newLink();
        map(true);
    }

    private String newLink() {
        var made = ledger.links().create(new Links.NewLink("demo", "advocaatcentraal-tribe", "simulated", JsonNodeFactory.instance.objectNode().put("brake", 1000),
            Map.of(Side.SOURCE, account("advocaatcentraal"), Side.TARGET, account("tribe"))));
        ledger.links().change(made.id(), Links.State.ACTIVE, "");
        return made.id();
    }

    private static Links.NewAccount account(String system) {
        return new Links.NewAccount(system, "1", "", "", Map.of("key", "k"), new Accounts.Limits(0, 0, 0));
    }

    /** The settings of the link: which relation types cross. */
    void map(boolean advocatesToo) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode().put("tribeKvkLink", seed % 2 == 0);
        settings.putObject("relationTypes").put("CLIENT", "Customer").put("ADVOCAAT", advocatesToo ? "Supplier" : "").put("RVR", "");
        rules = new AdvocaatCentraalTribe().rules(settings, ac.dialect(), tribe.dialect());
    }

    SimulatedVendor vendor(Side side) { return side == Side.SOURCE ? ac : tribe; }

    /** The state that a read of that side shows now: where a vendor lags, a little older than the present. */
    Instant readableAt(Side side) {
        long lag = vendor(side).dialect().visibilityDelay().toMillis();
        return lag == 0 ? time.instant() : time.instant().minusMillis((long) (random.nextDouble() * lag));
    }

    String id(String prefix) { return prefix + "-" + ++ids; }

    void settled(Claim claim, Settlement settlement) {
        if (trace.isOn) trace.say(claim.root(), "settled " + Telling.settlement(settlement));
        for (var side : Side.values()) settlement.pair().root(side).ifPresent(root -> settled.put(root, settlement));
        settled.put(claim.root(), settlement);
        if (settlement.again().isPresent() || !settlement.moved().isEmpty()) postponed++;
        if (!settlement.reasons().isEmpty()) told.add(new Told(time.instant(), settlement));
    }

    /** What throws is a defect, whoever it is. */
    void guard(String about, Runnable step, Runnable end) {
        try {
            step.run();
        } catch (RuntimeException thrown) {
            failures.add(new Finding("nothing throws", about, thrown + " at " + List.of(thrown.getStackTrace()).subList(0, Math.min(6, thrown.getStackTrace().length))));
            end.run();
        }
    }

    private boolean isEndless() {
        if (++events < MOST_EVENTS) return false;
        if (events == MOST_EVENTS) failures.add(new Finding("liveness", lastClaimed, "it is looked at without end"));
        return true;
    }

    void runFor(Duration span) {
        var until = time.instant().plus(span);
        while (true) {
            var next = time.next();
            var claim = crew.nextClaim();
            boolean claimsFirst = claim != null && !claim.isAfter(next) && !claim.isAfter(until);
            if (claimsFirst) time.moveTo(claim);
            if (isEndless()) return;
            if (claimsFirst && crew.claim()) continue;
            if (next.isAfter(until)) break;
            time.runNext();
        }
        time.moveTo(until);
    }
}
