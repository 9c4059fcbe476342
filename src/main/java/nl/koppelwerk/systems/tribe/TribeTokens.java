package nl.koppelwerk.systems.tribe;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.TokenTurn;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Exchange;

/** Client credentials for an access token: scopes read and write, and never offline, which Tribe refuses here. */
@ApplicationScoped
@Named("tribeTokens")
@Unremovable
public class TribeTokens {

    private final TokenTurn token;

    TribeTokens(TribeCalls calls, TribeChoices choices) { this.token = new TokenTurn(Call.Base.AUTH, "/oauth2/token", choices.tokenLife(), "", calls.replies()); }

    public Turn ask(Exchange exchange) { return token.ask(form(exchange.getVariable("account", Accounts.Account.class).credentials())); }

    private static Query form(Map<String, String> credentials) {
        var organisation = credentials.getOrDefault("organizationId", "");
        return Query.NONE.and("grant_type", "client_credentials").and("scope", "read write")
            .and("client_id", credentials.getOrDefault("clientId", ""))
            .and("client_secret", credentials.getOrDefault("clientSecret", ""))
            .andIf(!organisation.isEmpty(), "organization_id", organisation);
    }
}
