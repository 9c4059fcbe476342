package nl.koppelwerk.systems.economic;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.systems.Connector;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Visma e-conomic: customers and their contact persons, read and made by REST, changed by the customers API. */
@ApplicationScoped
public class EconomicConnector implements Connector {

    static final String ID = "economic";
    static final String LABEL = "e-conomic";
    static final String CUSTOMERS = "customers";
    static final String CONTACTS = "contacts";

    private final EconomicChoices choices;
    private final EconomicBodies bodies;
    private final Accounts.Limits limits;

    public EconomicConnector(EconomicChoices choices, EconomicBodies bodies,
                             @ConfigProperty(name = "koppelwerk.economic.per-minute") int perMinute,
                             @ConfigProperty(name = "koppelwerk.economic.at-once") int atOnce) {
        this.choices = choices;
        this.bodies = bodies;
        this.limits = new Accounts.Limits(perMinute, 0, atOnce);
    }

    @Override public String id() { return ID; }

    @Override public String label() { return LABEL; }

    @Override public String authUrl() { return "The address of e-conomic's newer services (apis.e-conomic.com) is needed."; }

    @Override public String officeNumber() { return "The number of the agreement in e-conomic is needed."; }

    @Override public Dialect dialect(References references) { return new EconomicDialect(references, choices); }

    @Override public List<Credential> credentials() {
        return List.of(
            new Credential("appSecretToken", true, true, "The secret token of the app that the hub is to e-conomic."),
            new Credential("agreementGrantToken", true, true, "The token by which the agreement lets that app in; its add-on module API must be active."),
            new Credential("webhookSecret", false, true, "With it every webhook must show this text in its header X-Sync-Secret."));
    }

    @Override public boolean searchesByKeys() { return true; }

    @Override public Accounts.Limits limits() { return limits; }

    @Override public List<Listing> listings() { return List.of(new Listing(CUSTOMERS, true), new Listing(CONTACTS, false)); }

    /** A page of customers comes with their contact persons. */
    @Override public List<Listing> wholeListings() { return List.of(new Listing(CUSTOMERS, true)); }

    /** A new record as it is sent; of an update the changed members, which are laid over the record as it is read then. */
    @Override public byte[] request(Step.Write write, References references) { return bodies.of(write, references); }
}
