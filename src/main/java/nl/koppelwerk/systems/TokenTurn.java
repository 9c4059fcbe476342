package nl.koppelwerk.systems;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.ReasonCode;

/**
 * Asks a vendor's login for a bearer token, by a form as OAuth has it; costs no budget.
 *
 * @param base    the address of the account that the path stands below
 * @param life    of a token whose answer does not say
 * @param refused what was refused where no token is given, in words; empty where that is no one thing
 */
public record TokenTurn(Call.Base base, String path, Duration life, String refused, Replies replies) {

    /** A token must outlast the call it is taken for. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** Comes to an {@link Accounts.Token}, or to why there is none. */
    public Turn ask(Query form) { return ask(form, wire -> ""); }

    /** @param renewal what an answer holds to ask for the next one by */
    public Turn.Ask ask(Query form, Function<JsonNode, String> renewal) {
        var call = new Call("POST", base, path, "", Map.of("Content-Type", "application/x-www-form-urlencoded"),
            form.text().getBytes(StandardCharsets.US_ASCII), Login.NONE, false);
        return Turn.ask(call, replies, (reply, wire) -> Turn.said(token(wire, renewal))).unless(answer -> Turn.said(mayHeal(answer) || Replies.isUntrusted(answer) ? answer : denied()));
    }

    private Object token(JsonNode wire, Function<JsonNode, String> renewal) {
        var token = wire.path("access_token").asText("");
        if (token.isBlank() || !token.chars().allMatch(sign -> sign > ' ' && sign < 127)) return denied();
        var lasts = Duration.ofSeconds(wire.path("expires_in").asLong(life.toSeconds()));
        return new Accounts.Token(token, Instant.now().plus(lasts).minus(MARGIN), renewal.apply(wire));
    }

    /** Everything else is about the account: no record is gone because a token is not to be had. */
    private static boolean mayHeal(Answer answer) { return answer instanceof Answer.Unanswered || answer instanceof Answer.Throttled; }

    private Answer denied() { return new Answer.Denied(replies.reason(ReasonCode.CREDENTIALS_REFUSED, refused)); }
}
