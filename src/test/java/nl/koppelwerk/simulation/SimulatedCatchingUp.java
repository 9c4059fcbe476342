package nl.koppelwerk.simulation;

import java.util.Optional;

import nl.koppelwerk.flow.Pages;
import nl.koppelwerk.flow.Walk;
import nl.koppelwerk.ledger.Newcomers;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;

/** Before a birth where the vendor cannot be searched: what is new there becomes known, as {@code flow.CatchingUp} has it, all its pages in one call. */
final class SimulatedCatchingUp {

    private static final int MOST_PAGES = 20;
    private final World world;
    private final Pages pages;

    SimulatedCatchingUp(World world) {
        this.world = world;
        this.pages = SimulatedWalk.pages(world);
    }

    /** What stands in the way of an answer; empty once the index is complete. */
    Optional<Answer> before(SimulatedLook look, Step.Search search) {
        if (!search.upToNow() || world.vendor(search.side()).searches()) return Optional.empty();
        var turn = turn(look, search.side());
        if (turn instanceof Newcomers.Listing mine) {
            list(mine);
            turn = turn(look, search.side());
        }
        if (turn instanceof Newcomers.Listing more) world.ledger.newcomers().leave(more);
        if (turn instanceof Newcomers.UpToNow) return Optional.empty();
        return Optional.of(new Answer.Behind(turn instanceof Newcomers.Wait wait ? wait.until() : world.time.instant()));
    }

    private Newcomers.Turn turn(SimulatedLook look, Side side) {
        return world.ledger.newcomers().turn(world.link, side, look.countsFrom(side), look.awaitsWhatWasTold());
    }

    private void list(Newcomers.Listing turn) {
        var listings = world.vendor(turn.side()).listings().stream().map(name -> new Walk.Listing(turn.side(), name)).toList();
        var walk = Walk.ofNewcomers(turn.link(), listings, turn.now());
        for (int left = MOST_PAGES; left > 0 && pages.open(walk); left--) page(walk, turn.side());
        if (walk.listing() == null) world.ledger.newcomers().listed(turn, turn.now());
        else world.ledger.newcomers().leave(turn);
    }

    private void page(Walk walk, Side side) {
        var page = world.vendor(side).list(pages.request(walk, 50), world.readableAt(side), world.time.instant());
        pages.acquaint(walk, world.rules, page);
        pages.turn(walk, page, world.time.instant());
    }
}
