package nl.koppelwerk.systems.compenda;

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

/** Compenda, the CRM of a Dutch company, by {@code assumed-compenda/v0}; a source, and nothing else. */
@ApplicationScoped
@Startup
public class CompendaConnector implements Connector {

    static final String ID = "compenda";
    static final String LABEL = "Compenda";
    static final String RELATIONS = "relations";
    static final String PROJECTS = "projects";

    private static final Logger LOG = LoggerFactory.getLogger(CompendaConnector.class);

    private final CompendaChoices choices;
    private final Accounts.Limits limits;

    public CompendaConnector(CompendaChoices choices,
                             @ConfigProperty(name = "koppelwerk.compenda.per-minute") int perMinute,
                             @ConfigProperty(name = "koppelwerk.compenda.at-once") int atOnce) {
        this.choices = choices;
        this.limits = new Accounts.Limits(perMinute, 0, atOnce);
    }

    @PostConstruct void say() { LOG.info("{}: assumed contract, not the vendor's (assumed-compenda/v0)", LABEL); }

    @Override public String id() { return ID; }

    @Override public String label() { return LABEL; }

    @Override public Dialect dialect(References references) { return new CompendaDialect(references, choices); }

    @Override public List<Credential> credentials() {
        return List.of(
            new Credential("apiKey", false, true, "The API key that an administrator makes in Compenda; the right to read is enough. Without one relations come as sheets only."),
            new Credential("webhookSecret", false, true,
                "The secret (whsec_…) that Compenda signs its webhooks with; with it every webhook must carry a right signature."));
    }

    @Override public String officeNumber() { return "The name of the tenant in Compenda is needed."; }

    @Override public Accounts.Limits limits() { return limits; }

    @Override public List<Listing> listings() { return List.of(new Listing(RELATIONS, true), new Listing(PROJECTS, true)); }

    @Override public boolean isReadOnly() { return true; }

    @Override public byte[] request(Step.Write write, References references) {
        throw new UnsupportedOperationException("Compenda is read only: its link writes nothing into it.");
    }
}
