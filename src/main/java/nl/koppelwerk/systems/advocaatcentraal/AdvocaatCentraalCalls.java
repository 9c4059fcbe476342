package nl.koppelwerk.systems.advocaatcentraal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.ApiKey;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Complaints;
import nl.koppelwerk.systems.Login;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Replies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The addresses of the assumed contract, its login, and how its refusals are read. */
@ApplicationScoped
class AdvocaatCentraalCalls {

    private static final String ROOT = "/assumed/advocaatcentraal/v0/offices/";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Login login;
    private final Replies replies;

    AdvocaatCentraalCalls(@ConfigProperty(name = "koppelwerk.advocaatcentraal.auth") String auth,
                          @ConfigProperty(name = "koppelwerk.outbound.throttled") Duration unsaid) {
        this.login = ApiKey.shownAs(auth.replace("-user-password", ""));
        this.replies = new Replies(AdvocaatCentraalConnector.LABEL, Complaints.NONE, Clock.systemUTC(), unsaid);
    }

    Replies replies() { return replies; }

    Call get(Accounts.Account account, String path, Query query) {
        return Call.get(office(account) + path, query.text(), login);
    }

    /** The version is the text inside the quotes of the relation's ETag. */
    Call patch(Accounts.Account account, String path, String version, byte[] body) {
        var call = Call.send("PATCH", office(account) + path, MERGE_PATCH, body, login);
        return version.isEmpty() ? call : call.with("If-Match", "\"" + version + "\"");
    }

    private static String office(Accounts.Account account) { return ROOT + Query.step(account.number()); }
}
