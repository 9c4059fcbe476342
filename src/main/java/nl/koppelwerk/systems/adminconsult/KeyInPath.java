package nl.koppelwerk.systems.adminconsult;

import java.net.URI;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.Login;
import nl.koppelwerk.systems.Query;
import org.apache.camel.Exchange;

/** The one call whose address holds the key: the address is made at the last moment, so that neither the call nor anything that prints it knows the key. */
record KeyInPath(String road) implements Login {

    static final String KEY = "apiKey";

    @Override public String proof(Exchange exchange, Accounts.Account account, String refused) {
        var base = URI.create(account.baseUrl()).getRawPath();
        return (base == null ? "" : base.replaceFirst("/+$", "")) + road + "/" + Query.step(account.credentials().getOrDefault(KEY, ""));
    }

    @Override public Map<String, String> headers(String proof) { return Map.of(Exchange.HTTP_PATH, proof); }
}
