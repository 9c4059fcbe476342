package nl.koppelwerk.systems.adminpulse;

import jakarta.enterprise.context.ApplicationScoped;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.Call;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What nobody has seen of AdminPulse's OAuth: where its page and its tokens are, and what its scopes are called. */
@ApplicationScoped
class AdminPulseOauth {

    private final String page;
    private final String token;
    private final String scopes;

    AdminPulseOauth(@ConfigProperty(name = "koppelwerk.adminpulse.authorize-path") String page,
                    @ConfigProperty(name = "koppelwerk.adminpulse.token-path") String token,
                    @ConfigProperty(name = "koppelwerk.adminpulse.scopes") String scopes) {
        this.page = page;
        this.token = token;
        this.scopes = scopes;
    }

    /** The page that people see, of this account. */
    String page(Accounts.Account account) { return (base(account) == Call.Base.AUTH ? account.authUrl() : account.baseUrl()).replaceFirst("/+$", "") + page; }

    String token() { return token; }

    String scopes() { return scopes; }

    /** Where the login is at another host than the rest, the account has that as its second address. */
    Call.Base base(Accounts.Account account) { return account.authUrl().isBlank() ? Call.Base.API : Call.Base.AUTH; }
}
