package nl.koppelwerk.systems.adminpulse;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.ApiKey;
import nl.koppelwerk.systems.Login;
import nl.koppelwerk.systems.TokenLogin;
import org.apache.camel.Exchange;

/** The API key of an office, or, where a person let us in, a token; both are shown the same way. */
final class AdminPulseLogin implements Login {

    static final String API_KEY = "apiKey";
    static final String CLIENT = "clientId";
    static final String SECRET = "clientSecret";
    static final List<List<String>> WAYS_IN = List.of(List.of(API_KEY), List.of(CLIENT, SECRET));

    private final Login key = new ApiKey(ApiKey.Form.BEARER);
    private final TokenLogin tokens;

    AdminPulseLogin(Accounts accounts, Duration reread) { this.tokens = new TokenLogin(accounts, "direct:adminpulse-token", reread); }

    static boolean isByConsent(Accounts.Account account) { return !has(account, API_KEY) && has(account, CLIENT); }

    private static boolean has(Accounts.Account account, String name) { return !account.credentials().getOrDefault(name, "").isBlank(); }

    private Login of(Accounts.Account account) { return isByConsent(account) ? tokens : key; }

    @Override public String proof(Exchange exchange, Accounts.Account account, String refused) { return of(account).proof(exchange, account, refused); }

    @Override public Map<String, String> headers(String proof) { return key.headers(proof); }

    @Override public boolean renews(Accounts.Account account) { return of(account).renews(account); }
}
