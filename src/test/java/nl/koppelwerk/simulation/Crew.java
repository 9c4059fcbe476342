package nl.koppelwerk.simulation;

import java.time.Instant;

/** The workers of all pods together: as many looks at once as there are of them. */
final class Crew {

    private final World world;
    private int idle;
    int looks;

    Crew(World world, int workers) {
        this.world = world;
        this.idle = workers;
    }

    void free() { idle++; }

    /** The next moment at which somebody could take up work; null while nobody is free or nothing waits. */
    Instant nextClaim() { return idle == 0 ? null : world.ledger.notices().nextDue(); }

    /** @return false when nothing could be claimed after all */
    boolean claim() {
        var claims = world.ledger.notices().claim(1 + world.random.nextInt(idle));
        for (var claim : claims) {
            idle--;
            world.lastClaimed = claim.root();
            world.trace.say(claim.root(), "claimed " + claim.side() + (claim.stale() ? " stale " : " ") + claim.reasons());
            new Worker(world, claim).begin();
        }
        return !claims.isEmpty();
    }
}
