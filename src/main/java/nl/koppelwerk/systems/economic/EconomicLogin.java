package nl.koppelwerk.systems.economic;

import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.Login;
import org.apache.camel.Exchange;

/** Two tokens that do not expire: the app's, and the one by which the agreement lets it in. */
final class EconomicLogin implements Login {

    /** No header can hold it, so no token does. */
    private static final String BETWEEN = "\n";

    @Override public String proof(Exchange exchange, Accounts.Account account, String refused) {
        return token(account, "appSecretToken") + BETWEEN + token(account, "agreementGrantToken");
    }

    private static String token(Accounts.Account account, String name) {
        return account.credentials().getOrDefault(name, "").replaceAll("\\s", "");
    }

    @Override public Map<String, String> headers(String proof) {
        var tokens = proof.split(BETWEEN, -1);
        return Map.of("X-AppSecretToken", tokens[0], "X-AgreementGrantToken", tokens[1]);
    }
}
