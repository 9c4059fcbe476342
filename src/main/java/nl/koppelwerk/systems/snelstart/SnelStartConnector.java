package nl.koppelwerk.systems.snelstart;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.systems.Connector;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** SnelStart by its B2B API, version 2: relaties and kostenplaatsen, read, made and changed, and never deleted. */
@ApplicationScoped
public class SnelStartConnector implements Connector {

    static final String ID = "snelstart";
    static final String LABEL = "SnelStart";
    static final String RELATIES = "relaties";
    static final String KOSTENPLAATSEN = "kostenplaatsen";

    private final SnelStartChoices choices;
    private final SnelStartBodies bodies;
    private final Accounts.Limits limits;

    public SnelStartConnector(SnelStartChoices choices, SnelStartBodies bodies,
                              @ConfigProperty(name = "koppelwerk.snelstart.per-minute") int perMinute,
                              @ConfigProperty(name = "koppelwerk.snelstart.per-hour") int perHour,
                              @ConfigProperty(name = "koppelwerk.snelstart.at-once") int atOnce) {
        this.choices = choices;
        this.bodies = bodies;
        this.limits = new Accounts.Limits(perMinute, perHour, atOnce);
    }

    @Override public String id() { return ID; }

    @Override public String label() { return LABEL; }

    @Override public String authUrl() { return "The address where SnelStart gives tokens (auth.snelstart.nl) is needed."; }

    @Override public String officeNumber() {
        return "The administration in SnelStart is needed: its identifier, or a name of your own for it. Its limits are counted for each administration.";
    }

    @Override public Dialect dialect(References references) { return new SnelStartDialect(references, choices); }

    @Override public List<Credential> credentials() {
        return List.of(
            new Credential(SnelStartLogin.PRIMARY, true, true, "The primary subscription key of this program at SnelStart's developer portal."),
            new Credential(SnelStartLogin.SECONDARY, false, true, "The secondary one; used while the primary is refused, as when it is made anew."),
            new Credential(SnelStartTokens.KEY, true, true, "The coupling key (koppelsleutel) of the administration, made in SnelStart Web."),
            new Credential("webhookSecret", false, true, "With it the webhook of coupling keys must be signed by it; SnelStart documents no signature."));
    }

    @Override public Accounts.Limits limits() { return limits; }

    @Override public List<Listing> listings() { return List.of(new Listing(RELATIES, true), new Listing(KOSTENPLAATSEN, true)); }

    /** A new record as it is sent; of an update the changed members, which are laid over the record as it is read then. */
    @Override public byte[] request(Step.Write write, References references) { return bodies.of(write, references); }
}
