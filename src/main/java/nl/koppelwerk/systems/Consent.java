package nl.koppelwerk.systems;

import java.net.URI;
import nl.koppelwerk.ledger.Accounts;

/** Of a system at whose own page a person lets the hub in: OAuth with a code that comes back, for which {@code direct:{id}-token} brings a token. */
public interface Consent {

    /** Not of an account that logs in another way. */
    boolean isNeededBy(Accounts.Account account);

    /**
     * The vendor's page.
     *
     * @param redirect where it sends the person back to
     * @param verifier whose hash goes along, so that a code is worth nothing to who reads it on its way (PKCE, S256)
     */
    URI page(Accounts.Account account, String redirect, String state, String verifier);
}
