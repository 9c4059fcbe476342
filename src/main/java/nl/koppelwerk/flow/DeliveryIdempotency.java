package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import nl.koppelwerk.ledger.Deliveries;
import nl.koppelwerk.ledger.Deliveries.Intent;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;

/**
 * The delivery table behind Camel's idempotent consumer: adding a key is committing the intent. What Camel confirms or removes
 * changes nothing, because it confirms a caught lost answer and removes the key of a parked one; a state is set by answers only.
 */
@Singleton
@Named("deliveryIdempotency")
@Unremovable
public final class DeliveryIdempotency implements IdempotentRepository {

    private final Deliveries deliveries;

    private final Pacing pacing;
    /** Counting what a night has had and committing to one write more are one. */
    private final Object night = new Object();

    @Inject
    public DeliveryIdempotency(Deliveries deliveries, Pacing pacing) {
        this.deliveries = deliveries;
        this.pacing = pacing;
    }

    /** True once the intent stands; false where this very write is done already, its outcome is then the answer. */
    @Override public boolean add(Exchange exchange, String key) {
        var look = Calling.look(exchange);
        var write = (Step.Write) look.step;
        var intent = look.claim.lane() == Lane.BACKFILL && pacing.hasBatch(look.claim.link()) ? inBatch(look, write) : intend(look, write);
        boolean stands = stands(exchange, look, intent);
        exchange.setVariable("known", !stands);
        return stands;
    }

    private Intent intend(Look look, Step.Write write) {
        return StoreFailure.watch(() -> deliveries.intend(look.claim, look.dossier.relation(), look.dossier.revision(), write, Claimed.keys(look.link.rules(), write, look::newest), look.found(), look.request));
    }

    private Intent inBatch(Look look, Step.Write write) {
        synchronized (night) {
            StoreFailure.watch(() -> pacing.restsUntil(look.claim.link())).ifPresent(until -> { throw new AnsweredInstead(new Answer.NightOver(until)); });
            return intend(look, write);
        }
    }

    private static boolean stands(Exchange exchange, Look look, Intent intent) {
        if (intent instanceof Intent.Granted granted) {
            look.delivery = granted.delivery();
            exchange.setVariable("idempotencyKey", granted.key());
            return true;
        }
        if (intent instanceof Intent.AlreadyDone done) {
            look.known = done.delivery();
            return false;
        }
        if (intent instanceof Intent.LeaseLost) throw new LookAbandoned("no lease for a write");
        // No failure: the other link goes on, and what it makes there is read by then.
        if (intent instanceof Intent.RivalBeside rival) throw new AnsweredInstead(new Answer.Behind(rival.again()));
        throw new AnsweredInstead(intent instanceof Intent.OverBrake ? new Answer.Braked() : rival(look));
    }

    private static Answer rival(Look look) {
        var details = Map.of("system", look.link.system(look.asked()));
        return new Answer.Unanswered(new Reason(ReasonCode.WAITS_FOR_OPEN_CREATE, "", details));
    }

    @Override public boolean add(String key) { throw new UnsupportedOperationException("an intent needs its look"); }

    @Override public boolean contains(String key) { return false; }

    @Override public boolean remove(String key) { return true; }

    @Override public boolean confirm(String key) { return true; }

    @Override public void clear() { }

    @Override public void start() { }

    @Override public void stop() { }
}
