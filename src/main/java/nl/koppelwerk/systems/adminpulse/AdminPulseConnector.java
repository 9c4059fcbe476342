package nl.koppelwerk.systems.adminpulse;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Consent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** AdminPulse, where a Belgian office keeps its clients and what is to be done for them; a source, and nothing else. */
@ApplicationScoped
@Startup
public class AdminPulseConnector implements Connector {

    static final String ID = "adminpulse";
    static final String LABEL = "AdminPulse";
    static final String RELATIONS = "relations";

    private static final Logger LOG = LoggerFactory.getLogger(AdminPulseConnector.class);

    private final AdminPulseChoices choices;
    private final Accounts.Limits limits;
    private final Consent consent;

    public AdminPulseConnector(AdminPulseChoices choices, AdminPulseOauth oauth,
                               @ConfigProperty(name = "koppelwerk.adminpulse.per-minute") int perMinute,
                               @ConfigProperty(name = "koppelwerk.adminpulse.at-once") int atOnce) {
        this.choices = choices;
        this.consent = new AdminPulseConsent(oauth);
        this.limits = new Accounts.Limits(perMinute, 0, atOnce);
    }

    @PostConstruct void say() { LOG.info("{}: its contract is known in part; the names of many fields are assumed, not the vendor's (assumed-adminpulse/v0)", LABEL); }

    @Override public String id() { return ID; }

    @Override public String label() { return LABEL; }

    @Override public Dialect dialect(References references) { return new AdminPulseDialect(references, choices.tables()); }

    @Override public List<Credential> credentials() {
        return List.of(
            new Credential(AdminPulseLogin.API_KEY, false, true,
                "The API key of the kind own office, from Mijn profiel > API-sleutels, with the scopes relations.read and tasks.read; or clientId and clientSecret instead of it."),
            new Credential(AdminPulseLogin.CLIENT, false, false,
                "The client id that AdminPulse's support gives for OAuth, with {koppelwerk.public-url}/oauth/callback as its redirect address; apiKey is left out then."),
            new Credential(AdminPulseLogin.SECRET, false, true, "The client secret that came with the client id."));
    }

    @Override public List<List<String>> waysIn() { return AdminPulseLogin.WAYS_IN; }

    @Override public Optional<Consent> consent() { return Optional.of(consent); }

    @Override public Accounts.Limits limits() { return limits; }

    @Override public List<Listing> listings() { return List.of(new Listing(RELATIONS, true)); }

    @Override public boolean isReadOnly() { return true; }

    @Override public byte[] request(Step.Write write, References references) {
        throw new UnsupportedOperationException("AdminPulse is read only: its link writes nothing into it.");
    }
}
