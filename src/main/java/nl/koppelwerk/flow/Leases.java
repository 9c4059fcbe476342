package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Notices;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The claims that this process works on: renewed all together, and known to be lost before they decide anything. */
@Singleton
@Named("leases")
@Unremovable
public final class Leases {

    private record Held(Claim claim, Mark asked) {}

    private final Notices notices;
    private final Duration sure;
    private final Map<Long, Held> running = new ConcurrentHashMap<>();
    private final Set<Long> lost = ConcurrentHashMap.newKeySet();

    @Inject
    public Leases(Notices notices, @ConfigProperty(name = "koppelwerk.lease") Duration lease,
                  @ConfigProperty(name = "koppelwerk.call.deadline") Duration deadline) {
        this.notices = notices;
        this.sure = lease.minus(deadline);
    }

    /** @param asked the moment before the ledger was asked for them */
    void began(List<Claim> claims, Mark asked) { claims.forEach(claim -> running.put(claim.token(), new Held(claim, asked))); }

    void ended(Claim claim) {
        running.remove(claim.token());
        lost.remove(claim.token());
    }

    /** Does nothing where the notice is another worker's by now. */
    void giveBack(Claim claim, Instant due) { notices.putBack(claim, due); }

    boolean isLost(Claim claim) { return lost.contains(claim.token()); }

    /** By this machine's clocks alone, so that a process that was frozen knows it at once: the lease outlasts a call that begins now. */
    boolean isSure(Claim claim) {
        var held = running.get(claim.token());
        return held != null && !isLost(claim) && held.asked().elapsed().compareTo(sure) < 0;
    }

    /** One statement for all; a claim that it does not find is another worker's by now. */
    public void renew() {
        var asked = running.values().stream().map(Held::claim).toList();
        if (asked.isEmpty()) return;
        var before = Mark.now();
        var ours = notices.renew(asked);
        asked.forEach(claim -> running.computeIfPresent(claim.token(), (token, held) -> ours.contains(token) ? new Held(claim, before) : lost(held)));
    }

    private Held lost(Held held) {
        lost.add(held.claim().token());
        return held;
    }
}
