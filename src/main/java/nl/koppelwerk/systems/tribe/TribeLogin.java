package nl.koppelwerk.systems.tribe;

import java.time.Duration;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Login;
import nl.koppelwerk.systems.NoLogin;
import nl.koppelwerk.systems.Shelf;
import org.apache.camel.Exchange;

/** A bearer token, shared by all who use the account, asked for by the route {@code tribe-token} and remembered for a little while. */
final class TribeLogin implements Login {

    private final Accounts accounts;
    /** By account and what it was asked for with: new credentials are tried, not the token that the old ones brought. */
    private final Shelf<Asked, String> tokens;

    private record Asked(String account, String authUrl, Map<String, String> credentials) {
        @Override public String toString() { return "Asked[" + account + "]"; }
    }

    TribeLogin(Accounts accounts, Duration reread) {
        this.accounts = accounts;
        this.tokens = new Shelf<>(reread);
    }

    @Override public String proof(Exchange exchange, Accounts.Account account, String refused) {
        var asked = new Asked(account.id(), account.authUrl(), account.credentials());
        if (!refused.isEmpty()) tokens.forget(asked);
        return tokens.get(asked, key -> accounts.token(key.account(), refused, () -> fresh(exchange, account)));
    }

    private static Accounts.Token fresh(Exchange exchange, Accounts.Account account) {
        try (var template = exchange.getContext().createFluentProducerTemplate()) {
            var answer = template.withProcessor(asking -> asking.setVariable("account", account)).to("direct:tribe-token").request(Object.class);
            if (answer instanceof Accounts.Token token) return token;
            throw new NoLogin((Answer) answer);
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override public Map<String, String> headers(String token) { return Map.of("Authorization", "Bearer " + token); }

    @Override public boolean renews() { return true; }
}
