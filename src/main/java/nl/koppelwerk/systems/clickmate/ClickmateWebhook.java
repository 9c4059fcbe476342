package nl.koppelwerk.systems.clickmate;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.systems.RecordWebhooks;
import nl.koppelwerk.systems.WebhookGate;
import org.apache.camel.Exchange;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Clickmate's webhooks: Standard Webhooks about a customer, or about a contact of one. */
@ApplicationScoped
@Named("clickmateWebhook")
@Unremovable
public class ClickmateWebhook {

    private final WebhookGate gate;

    @Inject
    ClickmateWebhook(Links links, Accounts accounts, @ConfigProperty(name = "koppelwerk.webhook.body") int mostBytes,
                     @ConfigProperty(name = "koppelwerk.links.reread") Duration reread) {
        this(links, accounts, mostBytes, reread, Clock.systemUTC());
    }

    ClickmateWebhook(Links links, Accounts accounts, int mostBytes, Duration reread, Clock clock) {
        this.gate = new WebhookGate(new RecordWebhooks(ClickmateConnector.ID, "customer", "customerId", clock), links, accounts, mostBytes, reread);
    }

    public void verify(Exchange exchange) { gate.verify(exchange); }

    public void acknowledge(Exchange exchange) { gate.acknowledge(exchange); }
}
