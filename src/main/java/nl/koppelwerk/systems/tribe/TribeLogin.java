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
    private final Shelf<String, String> tokens;

    TribeLogin(Accounts accounts, Duration reread) {
        this.accounts = accounts;
        this.tokens = new Shelf<>(reread);
    }

    @Override public String proof(Exchange exchange, Accounts.Account account, String refused) {
        if (!refused.isEmpty()) tokens.forget(account.id());
        return tokens.get(account.id(), id -> accounts.token(id, refused, () -> fresh(exchange, account)));
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
