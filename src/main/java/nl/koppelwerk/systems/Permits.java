package nl.koppelwerk.systems;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Accounts.Permit;
import nl.koppelwerk.ledger.Lane;

/**
 * Leave for one call. Where an account counts calls, each is taken out of its budget; where it only limits how many go on at once, a
 * slot serves one call after the other for a second, then it is given back, so that other processes have their turn.
 */
@ApplicationScoped
@Named("permits")
@Unremovable
public class Permits {

    private static final long SECOND = 1_000_000_000L;
    /** A slot that nobody took up again for so long goes back. */
    private static final long IDLE = 100_000_000L;

    private record Place(String account, Lane lane) {}

    /** @param until by this machine's clock; no call begins with it afterwards */
    record Leave(Permit.Granted permit, Lane lane, long until, boolean isShared) {}

    private record Resting(Leave leave, long since) {}

    private final Accounts accounts;
    private final Map<Place, Queue<Resting>> resting = new ConcurrentHashMap<>();

    public Permits(Accounts accounts) { this.accounts = accounts; }

    /** Empty when the wait that {@code otherwise} is told of comes first. */
    Optional<Leave> take(Accounts.Account account, Lane lane, java.util.function.Consumer<java.time.Instant> otherwise) {
        boolean isShared = account.limits().perMinute() == 0 && account.limits().perHour() == 0;
        var again = isShared ? again(new Place(account.id(), lane)) : Optional.<Leave>empty();
        if (again.isPresent()) return again;
        var permit = accounts.take(account.id(), lane);
        if (permit instanceof Permit.Granted granted) return Optional.of(new Leave(granted, lane, System.nanoTime() + SECOND, isShared));
        otherwise.accept(((Permit.Wait) permit).until());
        return Optional.empty();
    }

    private Optional<Leave> again(Place place) {
        var all = resting.get(place);
        for (var next = all == null ? null : all.poll(); next != null; next = all.poll()) {
            if (next.leave().until() - System.nanoTime() > 0) return Optional.of(next.leave());
            giveBack(next.leave());
        }
        return Optional.empty();
    }

    void ended(Leave leave) { ended(leave, Optional.empty()); }

    /** @param left what the vendor told of the budget; worth nothing where calls are not counted */
    void ended(Leave leave, Optional<Accounts.Reading> left) {
        boolean rests = leave.isShared() && leave.until() - System.nanoTime() > 0;
        if (!rests) accounts.ended(leave.permit(), leave.isShared() ? Optional.empty() : left);
        else resting.computeIfAbsent(new Place(leave.permit().account(), leave.lane()), place -> new ConcurrentLinkedQueue<>())
            .add(new Resting(leave, System.nanoTime()));
    }

    /** Called every moment by the route of the claims' tick. */
    public void giveBackIdle() {
        for (var all : resting.values()) giveBackIdle(all.iterator());
    }

    private void giveBackIdle(Iterator<Resting> all) {
        while (all.hasNext()) {
            var next = all.next();
            if (System.nanoTime() - next.since() < IDLE) continue;
            all.remove();
            giveBack(next.leave());
        }
    }

    private void giveBack(Leave leave) { accounts.ended(leave.permit(), Optional.empty()); }
}
