package nl.koppelwerk.systems;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import nl.koppelwerk.ledger.Accounts;

/** Sets our address as an account's one webhook by our own conventions; the vendor's own way is not known. */
public final class OneWebhook {

    private OneWebhook() { }

    /** The secret goes along where the account has one, so that both sides sign with the same. */
    public static Turn set(String address, Accounts.Account account, Function<byte[], Call> put, Replies replies) {
        var body = JsonNodeFactory.instance.objectNode().put("url", address);
        var secret = account.credentials().getOrDefault("webhookSecret", "");
        if (!secret.isBlank()) body.put("secret", secret);
        return Turn.ask(put.apply(body.toString().getBytes(StandardCharsets.UTF_8)), replies, (reply, wire) ->
            Turn.said(wire.path("url").asText().equals(address) ? address : replies.unreadable()));
    }
}
