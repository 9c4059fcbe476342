package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.List;

import nl.koppelwerk.flow.MissingRoots;
import nl.koppelwerk.flow.Pages;
import nl.koppelwerk.flow.Walk;
import nl.koppelwerk.ledger.Accounts.Permit;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.systems.Connector.Page;

/** The loop round {@link Pages}, as the route has it: a pass page by page, which may die between any two steps and then goes on where it was. */
final class SimulatedWalk {

    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private final World world;
    private final Runs.Run run;
    private final Walk walk;
    private final Pages pages;

    SimulatedWalk(World world, Runs.Run run, List<Walk.Listing> listings) {
        this.world = world;
        this.run = run;
        this.walk = run == null ? Walk.poll(world.link, listings) : Walk.of(run, listings);
        this.pages = pages(world);
    }

    static Pages pages(World world) {
        return new Pages(world.ledger.dossiers(), world.ledger.checkpoints(), world.ledger.runs(), world.ledger.newcomers(), OVERLAP);
    }

    void begin() {
        if (pages.open(walk)) then(300, this::ask);
        else if (run != null && isOurs()) new MissingRoots(world.ledger.runs(), world.ledger.notices()::accept).end(run);
    }

    private boolean isOurs() { return run == null || world.ledger.runs().renew(run); }

    private void then(int millis, Runnable step) { then(Duration.ofMillis(1 + world.random.nextInt(millis)), step); }

    private void then(Duration delay, Runnable step) {
        if (world.random.nextDouble() < world.quirks.death()) return;
        world.time.after(delay, () -> world.guard("walk", step, () -> { }));
    }

    private Side side() { return walk.listing().side(); }

    private void ask() {
        if (!isOurs()) return;
        var permit = world.accounts.get(side()).take(walk.lane());
        if (permit instanceof Permit.Granted granted) ask(granted);
        else then(Duration.between(world.time.instant(), ((Permit.Wait) permit).until()), this::ask);
    }

    private void ask(Permit.Granted permit) {
        var asked = world.time.instant();
        var span = Duration.ofMillis(1 + world.random.nextInt(200));
        world.accounts.get(side()).called(span);
        then(span, () -> {
            world.accounts.get(side()).ended(permit);
            answered(asked);
        });
    }

    private void answered(java.time.Instant asked) {
        var account = world.accounts.get(side());
        if (account.isRevoked()) account.rest();
        boolean fails = account.isRevoked() || world.random.nextDouble() < world.quirks.lostBefore() + world.quirks.throttled();
        if (!fails) page(asked);
        else if (run != null) then(60_000, this::ask);
    }

    private void page(java.time.Instant asked) {
        var page = world.vendor(side()).list(pages.request(walk, 3 + world.random.nextInt(6)), world.readableAt(side()), asked);
        then(200, () -> observe(page));
    }

    private void observe(Page page) {
        if (!isOurs()) return;
        var hints = walk.listing().acquaints() ? pages.acquaint(walk, world.rules, page) : pages.observe(walk, world.rules, "relation", page);
        then(50, () -> accept(hints, page));
    }

    private void accept(List<Hint> hints, Page page) {
        if (world.trace.isOn) hints.forEach(hint -> world.trace.say(hint.record(), hint.why() + " of " + hint.side() + (hint.observed() ? " observed" : "")));
        world.unsure += (int) hints.stream().filter(hint -> !hint.observed()).count();
        if (!hints.isEmpty()) world.ledger.notices().accept(hints);
        then(50, () -> turn(page));
    }

    private void turn(Page page) {
        if (!isOurs()) return;
        pages.turn(walk, page, world.time.instant());
        begin();
    }
}
