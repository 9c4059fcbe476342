package nl.koppelwerk.simulation;

import java.time.Instant;

/** The workers of all pods together: as many looks at once as there are of them. */
final class Crew {

    private final Installation hub;
    private int idle;

    Crew(Installation hub, int workers) {
        this.hub = hub;
        this.idle = workers;
    }

    void free() { idle++; }

    /** The next moment at which somebody could take up work; null while nobody is free or nothing waits. */
    Instant nextClaim() { return idle == 0 ? null : hub.ledger.notices().nextDue(); }

    /** @return false when nothing could be claimed after all */
    boolean claim() {
        var claims = hub.ledger.notices().claim(1 + hub.random.nextInt(idle));
        for (var claim : claims) {
            idle--;
            hub.lastClaimed = claim.root();
            hub.trace.say(claim.root(), "claimed " + claim.side() + (claim.stale() ? " stale " : " ") + claim.reasons());
            new Worker(hub.office(claim.link()), claim).begin();
        }
        return !claims.isEmpty();
    }
}
