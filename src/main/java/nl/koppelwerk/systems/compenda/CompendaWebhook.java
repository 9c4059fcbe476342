package nl.koppelwerk.systems.compenda;

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

/** Compenda's webhooks: Standard Webhooks about a relation, or about a contact of one; which of its hats are concerned, a look tells. */
@ApplicationScoped
@Named("compendaWebhook")
@Unremovable
public class CompendaWebhook {

    private final WebhookGate gate;

    @Inject
    CompendaWebhook(Links links, Accounts accounts, @ConfigProperty(name = "koppelwerk.webhook.body") int mostBytes,
                    @ConfigProperty(name = "koppelwerk.links.reread") Duration reread) {
        this(links, accounts, mostBytes, reread, Clock.systemUTC());
    }

    CompendaWebhook(Links links, Accounts accounts, int mostBytes, Duration reread, Clock clock) {
        this.gate = new WebhookGate(new RecordWebhooks(CompendaConnector.ID, "relation", "relationId", clock), links, accounts, mostBytes, reread);
    }

    public void verify(Exchange exchange) { gate.verify(exchange); }

    public void acknowledge(Exchange exchange) { gate.acknowledge(exchange); }
}
