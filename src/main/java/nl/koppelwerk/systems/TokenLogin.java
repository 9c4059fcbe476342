package nl.koppelwerk.systems;

import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Answer;
import org.apache.camel.Exchange;

/** A bearer token, shared by all who use the account, asked for by a route of its system and remembered for a little while. */
public final class TokenLogin implements Login {

    private final Accounts accounts;
    private final String route;
    /** By account and what it was asked for with: new credentials are tried, not the token that the old ones brought. */
    private final Shelf<Credentials, String> tokens;

    private record Credentials(String account, String authUrl, Map<String, String> given) {
        @Override public String toString() { return "Credentials[" + account + "]"; }
    }

    /**
     * @param route  answers an {@link Accounts.Token}, or why there is none, of the variable {@code account}
     * @param reread how long a token is used before the ledger is asked again
     */
    public TokenLogin(Accounts accounts, String route, Duration reread) {
        this.accounts = accounts;
        this.route = route;
        this.tokens = new Shelf<>(reread);
    }

    @Override public String proof(Exchange exchange, Accounts.Account account, String refused) {
        var asked = new Credentials(account.id(), account.authUrl(), account.credentials());
        if (!refused.isEmpty()) tokens.forget(asked);
        return tokens.get(asked, key -> accounts.token(key.account(), refused, () -> fresh(exchange, account)));
    }

    private Accounts.Token fresh(Exchange exchange, Accounts.Account account) {
        try (var template = exchange.getContext().createFluentProducerTemplate()) {
            var answer = template.withProcessor(asking -> asking.setVariable("account", account)).to(route).request(Object.class);
            if (answer instanceof Accounts.Token token) return token;
            throw new NoLogin((Answer) answer);
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override public Map<String, String> headers(String token) { return Map.of("Authorization", "Bearer " + token); }

    @Override public boolean renews() { return true; }
}
