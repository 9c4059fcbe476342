package nl.koppelwerk.systems.accounton;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.ApiKey;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Complaints;
import nl.koppelwerk.systems.Login;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Replies;
import nl.koppelwerk.systems.Reply;
import org.apache.camel.Exchange;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The addresses of the assumed contract, its login, and how its refusals are read. */
@ApplicationScoped
class AccountonCalls {

    static final String CLIENTS = "/clients";
    static final String IMPORTS = "/imports";
    static final String QUESTIONNAIRES = "/questionnaires";

    private static final String ROOT = "/assumed/accounton/v0";
    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Login login;
    private final Replies replies;

    AccountonCalls(@ConfigProperty(name = "koppelwerk.accounton.auth") String auth,
                   @ConfigProperty(name = "koppelwerk.outbound.throttled") Duration unsaid) {
        this.login = ApiKey.shownAs(auth);
        this.replies = new Replies(AccountonConnector.LABEL, Complaints.NONE, Clock.systemUTC(), unsaid);
    }

    Replies replies() { return replies; }

    /** The office uploads sheets: there is nothing to call, and nobody is seen. */
    static boolean isByPaper(Exchange exchange) { return exchange.getVariable("account", Accounts.Account.class).baseUrl().isBlank(); }

    static boolean isId(String text) { return Query.isPlainStep(text); }

    static String client(String id) { return CLIENTS + "/" + Query.step(id); }

    static String imported(String id) { return IMPORTS + "/" + Query.step(id); }

    Call get(String path, Query query) { return Call.get(ROOT + path, query.text(), login); }

    /** A key is a string of structured fields, so it stands in quotes. */
    Call post(String path, String key, byte[] body) {
        return Call.send("POST", ROOT + path, JSON, body, login).with("Idempotency-Key", "\"" + key + "\"");
    }

    /** The version is the text inside the quotes of the client's ETag. */
    Call patch(String path, String version, byte[] body) {
        var call = Call.send("PATCH", ROOT + path, MERGE_PATCH, body, login);
        return version.isEmpty() ? call : call.with("If-Match", "\"" + version + "\"");
    }

    static String version(Reply reply, ObjectNode wire) {
        var etag = reply.header("etag").replaceFirst("^W/", "").replace("\"", "");
        return etag.isEmpty() ? wire.path("version").asText("") : etag;
    }

    /** The address has no such list at all: an office whose Accounton takes sheets only, or a wrong address; nothing is gone because of that. */
    Answer closed() { return new Answer.Denied(replies.reason(ReasonCode.VENDOR_REFUSED, Phrase.NO_API.said().kept())); }

    /** A list that is not there is an address that is not right. */
    Answer ofList(Answer answer) { return answer instanceof Answer.Gone ? closed() : replies.ofList(answer); }
}
