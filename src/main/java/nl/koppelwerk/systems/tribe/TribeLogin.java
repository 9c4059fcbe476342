package nl.koppelwerk.systems.tribe;

import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Login;
import nl.koppelwerk.systems.NoLogin;
import org.apache.camel.Exchange;

/** A bearer token, shared by all who use the account and asked for by the route {@code tribe-token}. */
record TribeLogin(Accounts accounts) implements Login {

    @Override public String proof(Exchange exchange, Accounts.Account account, String refused) {
        return accounts.token(account.id(), refused, () -> fresh(exchange, account));
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
