package nl.koppelwerk.systems.clickmate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.Turn;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Sets our address as the account's one webhook; an assumed call, without which a person pastes it in Clickmate's settings. */
@ApplicationScoped
@Named("clickmateRegistering")
@Unremovable
public class ClickmateRegistering {

    private final ClickmateCalls calls;

    ClickmateRegistering(ClickmateCalls calls) { this.calls = calls; }

    /** The secret goes along where the account has one, so that both sides sign with the same. */
    public Turn register(@Body String address, Exchange exchange) {
        var account = Asked.of(exchange, Side.TARGET).account();
        var body = JsonNodeFactory.instance.objectNode().put("url", address);
        var secret = account.credentials().getOrDefault("webhookSecret", "");
        if (!secret.isBlank()) body.put("secret", secret);
        return Turn.ask(calls.put(account, "/webhook", body.toString().getBytes(StandardCharsets.UTF_8)), calls.replies(), (reply, wire) ->
            Turn.said(wire.path("url").asText().equals(address) ? address : calls.replies().unreadable()));
    }
}
