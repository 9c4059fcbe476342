package nl.koppelwerk.systems;

import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import org.apache.camel.Exchange;

/** How a call proves whose it is. */
public interface Login {

    /** For a call that carries its proof in its body. */
    Login NONE = new Login() {
        @Override public String proof(Exchange exchange, Accounts.Account account, String refused) { return ""; }

        @Override public Map<String, String> headers(String proof) { return Map.of(); }
    };

    /**
     * A key or a token.
     *
     * @param refused the proof that the vendor just refused, or empty
     * @throws NoLogin when none can be had; it carries the answer
     */
    String proof(Exchange exchange, Accounts.Account account, String refused);

    Map<String, String> headers(String proof);

    /** What of the proof a vendor's 401 is about; it is what {@link #proof} hears then. */
    default String refused(String proof, Reply reply) { return proof; }

    /** A refused proof of this account can be made anew; asked once a call. */
    default boolean renews(Accounts.Account account) { return false; }
}
