package nl.koppelwerk.systems.adminconsult;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Fingerprint;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Admin-IS | Consult of Syneton, on the own server of an accountancy office; a source, and nothing else. */
@ApplicationScoped
public class AdminConsultConnector implements Connector {

    static final String ID = "admin-consult";
    static final String LABEL = "Admin-IS | Consult";
    static final String CUSTOMERS = "customers";

    private final Accounts.Limits limits;

    public AdminConsultConnector(@ConfigProperty(name = "koppelwerk.admin-consult.per-minute") int perMinute,
                                 @ConfigProperty(name = "koppelwerk.admin-consult.at-once") int atOnce) {
        this.limits = new Accounts.Limits(perMinute, 0, atOnce);
    }

    @Override public String id() { return ID; }

    @Override public String label() { return LABEL; }

    @Override public Dialect dialect(References references) { return new AdminConsultDialect(references); }

    @Override public List<Credential> credentials() {
        return List.of(new Credential(KeyInPath.KEY, true, true, "The API key that the office makes in Admin-IS | Consult; the right to read customers and taskflows is enough."),
            new Credential(Fingerprint.PINNED, false, false, "The SHA-256 fingerprint of a self-made certificate of the office's server, colons allowed: with it that very certificate is trusted and no other."));
    }

    @Override public Optional<String> refusal(String credential, String value) {
        boolean isNone = credential.equals(Fingerprint.PINNED) && Fingerprint.typed(value).isEmpty();
        return isNone ? Optional.of("A SHA-256 fingerprint is 64 hexadecimal digits, with or without colons; on the server openssl x509 -noout -fingerprint -sha256 -in <certificate> shows it.")
            : Optional.empty();
    }

    @Override public String officeNumber() { return "A name of your own for the installation of Admin-IS | Consult is needed."; }

    @Override public Accounts.Limits limits() { return limits; }

    @Override public List<Listing> listings() { return List.of(new Listing(CUSTOMERS, true)); }

    @Override public boolean isReadOnly() { return true; }

    @Override public byte[] request(Step.Write write, References references) {
        throw new UnsupportedOperationException("Admin-IS | Consult is read only: its link writes nothing into it.");
    }
}
