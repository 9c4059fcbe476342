package nl.koppelwerk.systems.adminconsult;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Complaints;
import nl.koppelwerk.systems.Leftover;
import nl.koppelwerk.systems.OutboundClient;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Replies;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.TokenLogin;
import nl.koppelwerk.systems.Turn;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The addresses of an installation, its login, and how its refusals are read. */
@ApplicationScoped
class AdminConsultCalls {

    static final String ROOT = "/api/v1";
    static final String CUSTOMERS = ROOT + "/customers";
    static final String ADDRESSES = ROOT + "/customeraddresses";
    static final String LINKS = ROOT + "/customerlinkcustomer";
    static final String CHANGES = ROOT + "/customer/changes";
    static final String TASKS = ROOT + "/taskflow/tasks";
    /** The types that customers may have, by number: a list of the installation. */
    static final String TYPES = ROOT + "/customercrmtypes";
    static final String SETTINGS = ROOT + "/apisettings";
    /** Without the charset accents come broken, also where nothing is sent. */
    static final String JSON = "application/json;charset=UTF-8";

    private final TokenLogin tokens;
    private final Duration unsaid;

    AdminConsultCalls(Accounts accounts, @ConfigProperty(name = "koppelwerk.outbound.throttled") Duration unsaid,
                      @ConfigProperty(name = "koppelwerk.links.reread") Duration reread) {
        this.tokens = new TokenLogin(accounts, "direct:admin-consult-token", reread);
        this.unsaid = unsaid;
    }

    Replies replies() { return replies(Leftover.UNTOLD); }

    Replies replies(Leftover leftover) {
        return new Replies(AdminConsultConnector.LABEL, Complaints.NONE.in(new AdminConsultPhrasing()), Clock.systemUTC(), unsaid, leftover);
    }

    /** @param road path and query as a link of the server has them, or a path alone */
    Call get(String road) { return get(road.replaceFirst("\\?.*", ""), new Query(road.contains("?") ? road.substring(road.indexOf('?') + 1) : "")); }

    Call get(String path, Query query) { return Call.get(path, query.text(), new ShownToken(tokens)).with(OutboundClient.TYPE_WITHOUT_BODY, JSON); }

    Turn.Ask ask(Call call, Function<Reply, Turn> then, Function<Answer, Turn> otherwise) { return ask(call, replies(), then, otherwise); }

    /** A refusal that an ended token could have brought is believed after a new one only. */
    Turn.Ask ask(Call call, Replies reading, Function<Reply, Turn> then, Function<Answer, Turn> otherwise) {
        return new Turn.Ask(call, reading, then, answer -> AdminConsultPhrasing.lacksRight(answer)
            ? new Turn.Ask(call, reading, then, otherwise, ((ShownToken) call.login()).shown()) : otherwise.apply(answer), "");
    }
}
