package nl.koppelwerk.systems.economic;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.systems.WebhookDoor;
import nl.koppelwerk.systems.WebhookDoor.Addressee;
import nl.koppelwerk.systems.WebhookGate;
import org.apache.camel.Exchange;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Judges a call to the address of a webhook: size, address, secret, numbers; what passes is one hint, or two of a renumbering. */
@ApplicationScoped
@Named("economicWebhook")
@Unremovable
public class EconomicWebhook {

    static final String SECRET_HEADER = "X-Sync-Secret";

    private final WebhookGate gate;

    EconomicWebhook(Links links, Accounts accounts, @ConfigProperty(name = "koppelwerk.webhook.body") int mostBytes,
                    @ConfigProperty(name = "koppelwerk.links.reread") Duration reread) {
        this.gate = new WebhookGate(new Calls(), links, accounts, mostBytes, reread);
    }

    public void verify(Exchange exchange) { gate.verify(exchange); }

    public void acknowledge(Exchange exchange) { gate.acknowledge(exchange); }

    private static String query(Exchange exchange) { return exchange.getVariable("query", "", String.class); }

    private static String sent(Exchange exchange) {
        var raw = exchange.getVariable("sent") == null ? null : exchange.getVariable("sent", byte[].class);
        return raw == null ? "" : new String(raw, StandardCharsets.ISO_8859_1);
    }

    private record Calls() implements WebhookGate.Vendor {

        @Override public String system() { return EconomicConnector.ID; }

        /** The numbers may stand in the address as well as in the body. */
        @Override public byte[] raw(Exchange call) { return (query(call) + sent(call)).getBytes(StandardCharsets.ISO_8859_1); }

        @Override public boolean isProven(Exchange call, String secret, byte[] raw) { return WebhookDoor.same(call.getVariable("shown", "", String.class), secret); }

        @Override public Optional<List<Hint>> hints(Addressee called, Exchange call, byte[] raw) {
            var hints = NamedNumbers.in(query(call), sent(call)).hints(called);
            return hints.isEmpty() ? Optional.empty() : Optional.of(hints);
        }
    }
}
