package nl.koppelwerk.systems.clickmate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.systems.StandardWebhook;
import nl.koppelwerk.systems.WebhookDoor.Addressee;
import nl.koppelwerk.systems.WebhookGate;
import org.apache.camel.Exchange;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Clickmate's webhooks: Standard Webhooks about a customer, or about a contact of one. */
@ApplicationScoped
@Named("clickmateWebhook")
@Unremovable
public class ClickmateWebhook {

    private static final ObjectMapper JSON = new JsonMapper();

    private final WebhookGate gate;

    @Inject
    ClickmateWebhook(Links links, Accounts accounts, @ConfigProperty(name = "koppelwerk.webhook.body") int mostBytes,
                     @ConfigProperty(name = "koppelwerk.links.reread") Duration reread) {
        this(links, accounts, mostBytes, reread, Clock.systemUTC());
    }

    ClickmateWebhook(Links links, Accounts accounts, int mostBytes, Duration reread, Clock clock) {
        this.gate = new WebhookGate(new Calls(clock), links, accounts, mostBytes, reread);
    }

    public void verify(Exchange exchange) { gate.verify(exchange); }

    public void acknowledge(Exchange exchange) { gate.acknowledge(exchange); }

    private record Calls(Clock clock) implements WebhookGate.Vendor {

        @Override public String system() { return ClickmateConnector.ID; }

        @Override public boolean isProven(Exchange call, String secret, byte[] raw) {
            return StandardWebhook.parse(call.getVariable("signature", "", String.class)).isRight(secret, raw, clock.instant());
        }

        @Override public Optional<List<Hint>> hints(Addressee called, Exchange call, byte[] raw) { return records(raw).map(ids -> ids.stream().map(called::hint).toList()); }

        private static Optional<List<String>> records(byte[] raw) {
            try {
                return records(JSON.readTree(raw));
            } catch (IOException notJson) {
                return Optional.empty();
            }
        }

        /** A contact without a customer is nobody's part: it is taken, and nothing follows. */
        private static Optional<List<String>> records(JsonNode body) {
            var type = body.path("type").asText("");
            var data = body.path("data");
            if (type.startsWith("contact.") && ClickmateCalls.isId(data.path("id").asText("")) && !data.has("customerId")) return Optional.of(List.of());
            var id = data.path(type.startsWith("contact.") ? "customerId" : "id").asText("");
            boolean isKnown = type.startsWith("contact.") || type.startsWith("customer.");
            return isKnown && ClickmateCalls.isId(id) ? Optional.of(List.of(id)) : Optional.empty();
        }
    }
}
