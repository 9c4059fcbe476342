package nl.koppelwerk.systems.clickmate;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.systems.Asked;
import nl.koppelwerk.systems.OneWebhook;
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

    public Turn register(@Body String address, Exchange exchange) {
        var account = Asked.of(exchange, Side.TARGET).account();
        return OneWebhook.set(address, account, body -> calls.put(account, "/webhook", body), calls.replies());
    }
}
