package nl.koppelwerk.systems.tribe;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.systems.Connector;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tribe CRM by its OData contract: read, create and update of organisations, persons, contact persons, roles, addresses. */
@ApplicationScoped
public class TribeConnector implements Connector {

    static final String ID = "tribe";
    static final String LABEL = "Tribe CRM";
    static final String ORGANISATIONS = "organisations";
    static final String PERSONS = "persons";
    static final String CONTACTS = "contacts";

    private final TribeChoices choices;
    private final TribeBodies bodies;
    private final Accounts.Limits limits;

    public TribeConnector(TribeChoices choices, TribeBodies bodies,
                          @ConfigProperty(name = "koppelwerk.tribe.per-minute") int perMinute,
                          @ConfigProperty(name = "koppelwerk.tribe.at-once") int atOnce) {
        this.choices = choices;
        this.bodies = bodies;
        this.limits = new Accounts.Limits(perMinute, 0, atOnce);
    }

    @Override public String id() { return ID; }

    @Override public String label() { return LABEL; }

    @Override public String authUrl() { return "The address where Tribe gives tokens is needed."; }

    @Override public Dialect dialect(References references) { return new TribeDialect(references, choices); }

    @Override public List<Credential> credentials() {
        return List.of(
            new Credential("clientId", true, false, "The client id of the application made at app.tribecrm.nl/configuration/api."),
            new Credential("clientSecret", true, true, "The client secret of that application."),
            new Credential("webhookSecret", false, true,
                "The secret that Tribe shows for its webhooks; with it every webhook must carry a right signature."),
            new Credential("organizationId", false, false, "Sent along when asking for a token, where Tribe wants it."));
    }

    @Override public Accounts.Limits limits() { return limits; }

    @Override public List<Listing> listings() {
        return List.of(new Listing(ORGANISATIONS, true), new Listing(PERSONS, true), new Listing(CONTACTS, false));
    }

    @Override public List<Listing> wholeListings() {
        return List.of(new Listing(ORGANISATIONS + TribeWholeRows.WHOLE, true), new Listing(PERSONS + TribeWholeRows.WHOLE, true));
    }

    @Override public byte[] request(Step.Write write, References references) { return bodies.of(write, references); }
}
