package nl.koppelwerk.systems.adminconsult;

import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.Login;
import nl.koppelwerk.systems.TokenLogin;
import org.apache.camel.Exchange;

/** The token of one call, kept with it, for a refusal that comes in words and not as a 401 must name the token that it is about. */
final class ShownToken implements Login {

    private final TokenLogin tokens;
    private volatile String shown = "";

    ShownToken(TokenLogin tokens) { this.tokens = tokens; }

    String shown() { return shown; }

    @Override public String proof(Exchange exchange, Accounts.Account account, String refused) {
        shown = tokens.proof(exchange, account, refused);
        return shown;
    }

    @Override public Map<String, String> headers(String token) { return Map.of("synetonToken", token); }

    @Override public boolean renews(Accounts.Account account) { return true; }
}
