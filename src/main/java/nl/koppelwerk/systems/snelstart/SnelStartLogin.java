package nl.koppelwerk.systems.snelstart;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Login;
import nl.koppelwerk.systems.NoLogin;
import nl.koppelwerk.systems.Replies;
import nl.koppelwerk.systems.Reply;
import nl.koppelwerk.systems.TokenLogin;
import org.apache.camel.Exchange;

/**
 * Two proofs with each call: a token, which tells the administration, and the subscription key of this program, for which the
 * secondary one stands in while the primary is refused.
 */
final class SnelStartLogin implements Login {

    static final String PRIMARY = "subscriptionKey";
    static final String SECONDARY = "subscriptionKeySecondary";

    /** No token has it. */
    private static final String BETWEEN = " ";
    private static final String OF_KEY = "key ";

    private final TokenLogin tokens;
    private final Replies replies;
    /** Primary keys that were refused. */
    private final Set<String> turnedAway = ConcurrentHashMap.newKeySet();

    SnelStartLogin(Accounts accounts, Duration reread, Replies replies) {
        this.tokens = new TokenLogin(accounts, "direct:snelstart-token", reread);
        this.replies = replies;
    }

    @Override public String proof(Exchange exchange, Accounts.Account account, String refused) {
        boolean isKey = refused.startsWith(OF_KEY);
        var key = key(account.credentials(), isKey ? refused.substring(OF_KEY.length()) : "");
        return tokens.proof(exchange, account, isKey ? "" : refused) + BETWEEN + key;
    }

    private String key(Map<String, String> credentials, String refused) {
        var primary = credentials.getOrDefault(PRIMARY, "");
        var secondary = credentials.getOrDefault(SECONDARY, "");
        if (refused.isEmpty()) return !secondary.isBlank() && turnedAway.contains(primary) ? secondary : primary;
        if (refused.equals(primary) && !secondary.isBlank()) {
            turnedAway.add(primary);
            return secondary;
        }
        // With both refused the next call begins with the primary again.
        turnedAway.remove(primary);
        throw new NoLogin(new Answer.Denied(replies.reason(ReasonCode.VENDOR_REFUSED, Phrase.SUBSCRIPTION_REFUSED.said().kept())));
    }

    @Override public String refused(String proof, Reply reply) {
        var parts = proof.split(BETWEEN, 2);
        return SnelStartPhrasing.isAboutSubscription(reply.json().orElseGet(MissingNode::getInstance)) ? OF_KEY + parts[1] : parts[0];
    }

    @Override public Map<String, String> headers(String proof) {
        var parts = proof.split(BETWEEN, 2);
        var headers = new HashMap<>(tokens.headers(parts[0]));
        headers.put("Ocp-Apim-Subscription-Key", parts[1]);
        return headers;
    }

    @Override public boolean renews(Accounts.Account account) { return true; }
}
