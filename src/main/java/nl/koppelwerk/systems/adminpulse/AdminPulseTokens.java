package nl.koppelwerk.systems.adminpulse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Complaints;
import nl.koppelwerk.systems.Grant;
import nl.koppelwerk.systems.Phrasing;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Replies;
import nl.koppelwerk.systems.TokenTurn;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Exchange;

/** A code that a person brought, or what came with the last token, for the next one. */
@ApplicationScoped
@Named("adminPulseTokens")
@Unremovable
public class AdminPulseTokens {

    /** Of an answer that does not say; the lifetime is not known. */
    private static final Duration LIFE = Duration.ofHours(1);
    private static final String RENEWAL = "refresh_token";
    /** The code or the renewal is worth nothing any more; told from other answers by identity. */
    private static final Answer ENDED = new Answer.Stale();

    private final AdminPulseOauth oauth;
    private final Replies replies;

    AdminPulseTokens(AdminPulseCalls calls, AdminPulseOauth oauth) {
        this.oauth = oauth;
        this.replies = calls.replies().about(Complaints.NONE.in(new Ending()));
    }

    public Turn ask(Exchange exchange) {
        var account = exchange.getVariable("account", Accounts.Account.class);
        var grant = exchange.getVariable("grant", Grant.class);
        if (grant instanceof Grant.Code code) return ask(account, of(code), "");
        var renewal = ((Grant.Renewal) grant).text();
        return renewal.isEmpty() ? Turn.said(needed(account)) : ask(account, Query.NONE.and("grant_type", RENEWAL).and(RENEWAL, renewal), renewal);
    }

    private static Query of(Grant.Code code) {
        return Query.NONE.and("grant_type", "authorization_code").and("code", code.text()).and("redirect_uri", code.redirect()).and("code_verifier", code.verifier());
    }

    /** Where a token comes without a new renewal, the one that brought it stays good (RFC 6749, section 6). */
    private Turn ask(Accounts.Account account, Query form, String renewal) {
        var whole = form.and("client_id", account.credentials().getOrDefault(AdminPulseLogin.CLIENT, ""))
            .and("client_secret", account.credentials().getOrDefault(AdminPulseLogin.SECRET, ""));
        return new TokenTurn(oauth.base(account), oauth.token(), LIFE, "", replies).ask(whole, wire -> wire.path(RENEWAL).asText(renewal)).unless(answer -> Turn.said(meaning(answer, account)));
    }

    private Answer meaning(Answer answer, Accounts.Account account) {
        if (answer == ENDED) return needed(account);
        boolean mayHeal = answer instanceof Answer.Unanswered || answer instanceof Answer.Throttled;
        return mayHeal ? answer : new Answer.Denied(replies.reason(ReasonCode.CREDENTIALS_REFUSED, "clientId and clientSecret bring no token at this address"));
    }

    private static Answer needed(Accounts.Account account) {
        return new Answer.Denied(new Reason(ReasonCode.AUTHORIZATION_NEEDED, "", Map.of("system", AdminPulseConnector.LABEL, "account", account.id())));
    }

    /** Errors of OAuth (RFC 6749, section 5.2). */
    private static final class Ending implements Phrasing {

        @Override public List<Complaint> complaints(JsonNode document) { return List.of(); }

        @Override public Optional<Answer> meaning(int status, JsonNode document) {
            return "invalid_grant".equals(document.path("error").asText()) ? Optional.of(ENDED) : Optional.empty();
        }
    }
}
