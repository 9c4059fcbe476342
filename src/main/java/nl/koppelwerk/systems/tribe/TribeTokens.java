package nl.koppelwerk.systems.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Login;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Replies;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Exchange;

/** Client credentials for an access token: scopes read and write, and never offline, which Tribe refuses here. */
@ApplicationScoped
@Named("tribeTokens")
@Unremovable
public class TribeTokens {

    /** A token must outlast the call it is taken for. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final TribeCalls calls;
    private final TribeChoices choices;

    TribeTokens(TribeCalls calls, TribeChoices choices) {
        this.calls = calls;
        this.choices = choices;
    }

    public Turn ask(Exchange exchange) {
        var account = exchange.getVariable("account", Accounts.Account.class);
        var replies = calls.replies();
        var call = new Call("POST", Call.Base.AUTH, "/oauth2/token", "", Map.of("Content-Type", "application/x-www-form-urlencoded"),
            form(account.credentials()), Login.NONE, false);
        return Turn.ask(call, replies, (reply, wire) -> Turn.said(token(wire, replies)))
            .unless(answer -> Turn.said(mayHeal(answer) ? answer : denied(replies)));
    }

    private static byte[] form(Map<String, String> credentials) {
        var organisation = credentials.getOrDefault("organizationId", "");
        return Query.NONE.and("grant_type", "client_credentials").and("scope", "read write")
            .and("client_id", credentials.getOrDefault("clientId", ""))
            .and("client_secret", credentials.getOrDefault("clientSecret", ""))
            .andIf(!organisation.isEmpty(), "organization_id", organisation).text().getBytes(StandardCharsets.US_ASCII);
    }

    private Object token(JsonNode wire, Replies replies) {
        var token = wire.path("access_token").asText("");
        if (token.isBlank() || !token.chars().allMatch(sign -> sign > ' ' && sign < 127)) return denied(replies);
        var life = Duration.ofSeconds(wire.path("expires_in").asLong(choices.tokenLife().toSeconds()));
        return new Accounts.Token(token, Instant.now().plus(life).minus(MARGIN));
    }

    /** Everything else is about the account: no record is gone because a token is not to be had. */
    private static boolean mayHeal(Answer answer) { return answer instanceof Answer.Unanswered || answer instanceof Answer.Throttled; }

    private static Answer denied(Replies replies) { return new Answer.Denied(replies.reason(ReasonCode.CREDENTIALS_REFUSED, "")); }
}
