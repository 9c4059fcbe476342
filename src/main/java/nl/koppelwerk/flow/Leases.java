package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Notices;

/** The claims that this process works on: renewed all together, and known to be lost before they decide anything. */
@Singleton
@Named("leases")
@Unremovable
public final class Leases {

    private final Notices notices;
    private final Map<Long, Claim> running = new ConcurrentHashMap<>();
    private final Set<Long> lost = ConcurrentHashMap.newKeySet();

    @Inject
    public Leases(Notices notices) { this.notices = notices; }

    void began(List<Claim> claims) { claims.forEach(claim -> running.put(claim.token(), claim)); }

    void ended(Claim claim) {
        running.remove(claim.token());
        lost.remove(claim.token());
    }

    /** Does nothing where the notice is another worker's by now. */
    void giveBack(Claim claim, Instant due) { notices.putBack(claim, due); }

    boolean isLost(Claim claim) { return lost.contains(claim.token()); }

    /** One statement for all; a claim that it does not find is another worker's by now. */
    public void renew() {
        var asked = List.copyOf(running.values());
        if (asked.isEmpty()) return;
        var ours = notices.renew(asked);
        asked.stream().map(Claim::token).filter(token -> !ours.contains(token) && running.containsKey(token)).forEach(lost::add);
    }
}
