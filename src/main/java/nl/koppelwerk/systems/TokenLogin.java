package nl.koppelwerk.systems;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.ReasonCode;
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
     * @param route  answers an {@link Accounts.Token}, or why there is none, of the variables {@code account} and {@code grant}
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
        return tokens.get(asked, key -> token(exchange, account, refused));
    }

    private String token(Exchange exchange, Accounts.Account account, String refused) {
        var ended = new AtomicReference<Answer>();
        var token = accounts.token(account.id(), refused, renewal -> {
            var answer = asked(exchange, account, new Grant.Renewal(renewal));
            if (answer instanceof Accounts.Token fresh) return fresh;
            // Thrown from here it would undo what the ledger has to keep of it.
            if (renewal.isEmpty() || !isEnd(answer)) throw new NoLogin((Answer) answer);
            ended.set((Answer) answer);
            return Accounts.Token.ENDED;
        });
        if (ended.get() != null) throw new NoLogin(ended.get());
        return token;
    }

    private static boolean isEnd(Object answer) { return answer instanceof Answer.Denied denied && denied.reason().code() == ReasonCode.AUTHORIZATION_NEEDED; }

    private Object asked(Exchange exchange, Accounts.Account account, Grant grant) {
        try (var template = exchange.getContext().createFluentProducerTemplate()) {
            return template.withProcessor(asking -> {
                asking.setVariable("account", account);
                asking.setVariable("grant", grant);
            }).to(route).request(Object.class);
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override public Map<String, String> headers(String token) { return Map.of("Authorization", "Bearer " + token); }

    @Override public boolean renews(Accounts.Account account) { return true; }
}
