package nl.koppelwerk.systems.accounton;

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

/** Accounton, personal income tax of Belgian offices, by {@code assumed-accounton/v0}; a target, filled from elsewhere. */
@ApplicationScoped
@Startup
public class AccountonConnector implements Connector {

    static final String ID = "accounton";
    static final String LABEL = "Accounton";
    static final String CLIENTS = "clients";

    private static final Logger LOG = LoggerFactory.getLogger(AccountonConnector.class);

    private final AccountonChoices choices;
    private final AccountonBodies bodies;
    private final Accounts.Limits limits;

    public AccountonConnector(AccountonChoices choices, AccountonBodies bodies,
                              @ConfigProperty(name = "koppelwerk.accounton.per-minute") int perMinute,
                              @ConfigProperty(name = "koppelwerk.accounton.at-once") int atOnce) {
        this.choices = choices;
        this.bodies = bodies;
        this.limits = new Accounts.Limits(perMinute, 0, atOnce);
    }

    @PostConstruct void say() { LOG.info("{}: assumed contract, not the vendor's (assumed-accounton/v0)", LABEL); }

    @Override public String id() { return ID; }

    @Override public String label() { return LABEL; }

    @Override public Dialect dialect(References references) { return new AccountonDialect(references, choices); }

    @Override public List<Credential> credentials() {
        return List.of(new Credential("apiKey", true, true, "The API key of an administrator of the office in Accounton; only administrators may import. An office without an interface there leaves the whole account out."));
    }

    @Override public boolean worksByPaper() { return true; }

    @Override public Accounts.Limits limits() { return limits; }

    @Override public List<Listing> listings() { return List.of(new Listing(CLIENTS, true)); }

    @Override public byte[] request(Step.Write write, References references) { return bodies.of(write, references); }
}
