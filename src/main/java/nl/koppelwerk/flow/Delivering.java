package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.ledger.Deliveries;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.systems.Connector.WriteRequest;
import org.apache.camel.Exchange;

/** One write: its exact bytes before the intent, and the earlier answer where it was made before. */
@Singleton
@Named("delivering")
@Unremovable
public final class Delivering {

    private final AccountBook accounts;
    private final Deliveries deliveries;

    @Inject
    public Delivering(AccountBook accounts, Deliveries deliveries) {
        this.accounts = accounts;
        this.deliveries = deliveries;
    }

    /** The body becomes the request; the variable {@code delivery} names this write. */
    public void prepare(Exchange exchange) {
        var look = Calling.look(exchange);
        var write = (Step.Write) look.step;
        var references = exchange.getVariable("references", References.class);
        look.request = accounts.connector(look.link.system(write.side())).request(write, references);
        exchange.setVariable("delivery", name(look, write));
        exchange.setVariable("operation", look.operation());
        exchange.setVariable("known", false);
        exchange.getMessage().setBody(new WriteRequest(write, look.request));
    }

    /** A create of an earlier look once more: its bytes and its key as they were. */
    public void repeat(Exchange exchange) {
        var look = Calling.look(exchange);
        var delivery = ((Step.Repeat) look.step).delivery();
        var request = StoreFailure.watch(() -> deliveries.request(delivery.id()));
        look.delivery = delivery.id();
        exchange.setVariable("idempotencyKey", request.key());
        exchange.getMessage().setBody(new WriteRequest(delivery.write(), request.body()));
    }

    public void known(Exchange exchange) { exchange.getMessage().setBody(Outcomes.stored(Calling.look(exchange).known)); }

    private static String name(Look look, Step.Write write) {
        return String.join("/", look.dossier.relation(), write.side().name(), Long.toString(look.dossier.revision()), write.target());
    }
}
