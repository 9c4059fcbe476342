package nl.koppelwerk.systems.economic;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Complaints;
import nl.koppelwerk.systems.Login;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Replies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The addresses of e-conomic's three services, their login, and how their refusals are read. */
@ApplicationScoped
class EconomicCalls {

    /** Each of the newer services has a version of its own. */
    private static final String CUSTOMERS_API = "/customersapi/v3.1.0/";
    private static final String WEBHOOKS_API = "/webhooksapi/v1.0.0/webhooks";
    private static final String JSON = "application/json";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Login login = new EconomicLogin();
    private final Replies replies;

    EconomicCalls(@ConfigProperty(name = "koppelwerk.outbound.throttled") Duration unsaid) {
        this.replies = new Replies(EconomicConnector.LABEL, Complaints.NONE.in(new EconomicPhrasing()), Clock.systemUTC(), unsaid, new TokenBucket());
    }

    Replies replies() { return replies; }

    Replies about(Complaints written) { return replies.about(written.in(new EconomicPhrasing())); }

    /** A customer or a contact person has one from 1 to 999999999; anything else would change the address it is put into. */
    static boolean isNumber(String text) { return NUMBER.matcher(text).matches(); }

    static String customer(String number) { return "/customers/" + number; }

    static String contact(String customer, String number) { return customer(customer) + "/contacts/" + number; }

    Call get(String path, Query query) { return Call.get(path, query.text(), login).with("Content-Type", JSON); }

    Call send(String method, String path, byte[] body) { return Call.send(method, path, JSON, body, login); }

    Call customersApi(String path, Query query) { return get(CUSTOMERS_API + path, query).at(Call.Base.AUTH); }

    Call changeByCustomersApi(String number, byte[] body) { return send("PUT", CUSTOMERS_API + "Customers/" + number, body).at(Call.Base.AUTH); }

    Call webhook(String eventType) { return get(WEBHOOKS_API + "/" + eventType, Query.NONE).at(Call.Base.AUTH); }

    Call sendWebhook(String method, byte[] body) { return send(method, WEBHOOKS_API, body).at(Call.Base.AUTH); }

    /** The vendor wants every sign of its language encoded. */
    static Query where(Query query, EconomicFilter filter) {
        if (filter.isNone()) return query;
        return new Query((query.text().isEmpty() ? "" : query.text() + "&") + "filter=" + Query.step(filter.text()));
    }
}
