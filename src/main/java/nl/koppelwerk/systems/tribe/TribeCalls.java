package nl.koppelwerk.systems.tribe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Complaints;
import nl.koppelwerk.systems.Login;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Replies;
import nl.koppelwerk.systems.TokenLogin;
import nl.koppelwerk.systems.Turn;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The addresses of Tribe's OData contract, its login, and how its refusals are read. */
@ApplicationScoped
class TribeCalls {

    static final String ODATA = "/v1/odata/";

    private static final String WEBHOOKS = "/v1/webhooks";
    private static final String JSON = "application/json";
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Login login;
    private final Replies replies;

    TribeCalls(Accounts accounts, @ConfigProperty(name = "koppelwerk.outbound.throttled") Duration unsaid,
               @ConfigProperty(name = "koppelwerk.links.reread") Duration reread) {
        this.login = new TokenLogin(accounts, "direct:tribe-token", reread);
        this.replies = new Replies(TribeConnector.LABEL, Complaints.NONE, Clock.systemUTC(), unsaid);
    }

    Replies replies() { return replies; }

    /** Anything else would change the address it is put into. */
    static boolean isId(String text) { return UUID.matcher(text).matches(); }

    Call get(String set, Query query) { return Call.get(ODATA + set, query.text(), login); }

    Call one(String set, String id, Query query) { return get(record(set, id), query); }

    Call follow(String query) { return Call.get(query.replaceFirst("\\?.*", ""), query.contains("?") ? query.replaceFirst("[^?]*\\?", "") : "", login); }

    Call post(String set, byte[] body) { return Call.send("POST", ODATA + set, JSON, body, login); }

    Call put(String set, String id, byte[] body) { return Call.send("PUT", ODATA + record(set, id), JSON, body, login); }

    Call webhooks(String method, String step, byte[] body) {
        return method.equals("GET") ? Call.get(WEBHOOKS + step, "", login) : Call.send(method, WEBHOOKS + step, JSON, body, login);
    }

    private static String record(String set, String id) { return set + "(" + id + ")"; }

    /** One record, its names in the vendor's case. */
    Turn.Ask ask(Call call, Function<ObjectNode, Turn> then) {
        return Turn.ask(call, replies, (reply, wire) -> then.apply((ObjectNode) WireCase.vendors(wire)));
    }
}
