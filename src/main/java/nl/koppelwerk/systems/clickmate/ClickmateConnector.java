package nl.koppelwerk.systems.clickmate;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.systems.Connector;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clickmate, the CRM of a Danish business, by {@code assumed-clickmate/v0}. */
@ApplicationScoped
@Startup
public class ClickmateConnector implements Connector {

    static final String ID = "clickmate";
    static final String LABEL = "Clickmate";
    static final String CUSTOMERS = "customers";

    private static final Logger LOG = LoggerFactory.getLogger(ClickmateConnector.class);

    private final ClickmateChoices choices;
    private final ClickmateBodies bodies;
    private final Accounts.Limits limits;

    public ClickmateConnector(ClickmateChoices choices, ClickmateBodies bodies,
                              @ConfigProperty(name = "koppelwerk.clickmate.per-minute") int perMinute,
                              @ConfigProperty(name = "koppelwerk.clickmate.at-once") int atOnce) {
        this.choices = choices;
        this.bodies = bodies;
        this.limits = new Accounts.Limits(perMinute, 0, atOnce);
    }

    @PostConstruct void say() { LOG.info("{}: assumed contract, not the vendor's (assumed-clickmate/v0)", LABEL); }

    @Override public String id() { return ID; }

    @Override public String label() { return LABEL; }

    @Override public Dialect dialect(References references) { return new ClickmateDialect(references, choices); }

    @Override public List<Credential> credentials() {
        return List.of(
            new Credential("apiKey", true, true, "The API key that an administrator makes in Clickmate."),
            new Credential("accountId", true, false, "The id of the account in Clickmate."),
            new Credential("webhookSecret", false, true,
                "The secret (whsec_…) that Clickmate signs its webhooks with; with it every webhook must carry a right signature."));
    }

    @Override public Accounts.Limits limits() { return limits; }

    @Override public List<Listing> listings() { return List.of(new Listing(CUSTOMERS, true)); }

    @Override public byte[] request(Step.Write write, References references) { return bodies.of(write, references); }
}
