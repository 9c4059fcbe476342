package nl.koppelwerk.systems.compenda;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.ApiKey;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Complaints;
import nl.koppelwerk.systems.Login;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Replies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The addresses of the assumed contract, its login, where the tenant stands, and how its refusals are read. */
@ApplicationScoped
class CompendaCalls {

    static final String RELATIONS = "/relations";
    static final String PROJECTS = "/projects";

    private static final String ROOT = "/assumed/compenda/v0";
    private static final String JSON = "application/json";

    private final Login login;
    private final Tenant tenant;
    private final Replies replies;

    CompendaCalls(@ConfigProperty(name = "koppelwerk.compenda.auth") String auth,
                  @ConfigProperty(name = "koppelwerk.compenda.tenant") String tenant,
                  @ConfigProperty(name = "koppelwerk.outbound.throttled") Duration unsaid) {
        this.login = ApiKey.shownAs(auth);
        this.tenant = Tenant.valueOf(tenant.toUpperCase(Locale.ROOT));
        this.replies = new Replies(CompendaConnector.LABEL, Complaints.NONE, Clock.systemUTC(), unsaid);
    }

    Replies replies() { return replies; }

    static String relation(String id) { return RELATIONS + "/" + Query.step(id); }

    /** An office whose Compenda has no API brings its relations as sheets. */
    static boolean knowsSheetsOnly(Accounts.Account account) { return account.credentials().getOrDefault("apiKey", "").isBlank(); }

    Call get(Accounts.Account account, String path, Query query) { return of(account, Call.get(root(account) + path, query.text(), login)); }

    Call put(Accounts.Account account, String path, byte[] body) { return of(account, Call.send("PUT", root(account) + path, JSON, body, login)); }

    private String root(Accounts.Account account) { return ROOT + (tenant == Tenant.PATH ? "/tenants/" + Query.step(account.number()) : ""); }

    private Call of(Accounts.Account account, Call call) { return tenant == Tenant.HEADER ? call.with("X-Tenant", account.number()) : call; }

    /** Where a call says whose data it is about; in the host it is part of the account's address. */
    private enum Tenant { HOST, PATH, HEADER }
}
