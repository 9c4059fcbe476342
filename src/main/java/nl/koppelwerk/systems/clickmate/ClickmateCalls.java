package nl.koppelwerk.systems.clickmate;

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
class ClickmateCalls {

    private static final String ROOT = "/assumed/clickmate/v0/accounts/";
    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Login login;
    private final Replies replies;

    ClickmateCalls(@ConfigProperty(name = "koppelwerk.clickmate.auth") String auth,
                   @ConfigProperty(name = "koppelwerk.outbound.throttled") Duration unsaid) {
        this.login = ApiKey.shownAs(auth);
        this.replies = new Replies(ClickmateConnector.LABEL, Complaints.NONE, Clock.systemUTC(), unsaid);
    }

    Replies replies() { return replies; }

    static boolean isId(String text) { return Query.isPlainStep(text); }

    static String customer(String id) { return "/customers/" + Query.step(id); }

    static String contact(String customer, String id) { return customer(customer) + "/contacts/" + Query.step(id); }

    Call get(Accounts.Account account, String path, Query query) { return Call.get(account(account) + path, query.text(), login); }

    /** A key is a string of structured fields, so it stands in quotes. */
    Call post(Accounts.Account account, String path, String key, byte[] body) {
        return Call.send("POST", account(account) + path, JSON, body, login).with("Idempotency-Key", "\"" + key + "\"");
    }

    /** The version is the text inside the quotes of the customer's ETag, for its contacts as well. */
    Call patch(Accounts.Account account, String path, String version, byte[] body) {
        var call = Call.send("PATCH", account(account) + path, MERGE_PATCH, body, login);
        return version.isEmpty() ? call : call.with("If-Match", "\"" + version + "\"");
    }

    Call put(Accounts.Account account, String path, byte[] body) { return Call.send("PUT", account(account) + path, JSON, body, login); }

    private static String account(Accounts.Account account) { return ROOT + Query.step(account.credentials().getOrDefault("accountId", "")); }
}
