package nl.koppelwerk.systems.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.systems.WebhookDoor.Addressee;
import nl.koppelwerk.systems.WebhookGate;
import org.apache.camel.Exchange;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tribe's webhooks: one signature over the raw body, one id in the payload. */
@ApplicationScoped
@Named("tribeWebhook")
@Unremovable
public class TribeWebhook {

    private static final ObjectMapper JSON = new JsonMapper();

    private final WebhookGate gate;

    TribeWebhook(Links links, Accounts accounts, @ConfigProperty(name = "koppelwerk.tribe.signature-digest") String digest,
                 @ConfigProperty(name = "koppelwerk.webhook.body") int mostBytes, @ConfigProperty(name = "koppelwerk.links.reread") Duration reread) {
        this.gate = new WebhookGate(new Calls(TribeSignature.named(digest)), links, accounts, mostBytes, reread);
    }

    public void verify(Exchange exchange) { gate.verify(exchange); }

    public void acknowledge(Exchange exchange) { gate.acknowledge(exchange); }

    private record Calls(TribeSignature digest) implements WebhookGate.Vendor {

        @Override public String system() { return TribeConnector.ID; }

        @Override public boolean isProven(Exchange call, String secret, byte[] raw) {
            return digest.isRight(call.getVariable("signature", "", String.class), secret, raw);
        }

        @Override public Optional<List<Hint>> hints(Addressee called, Exchange call, byte[] raw) { return records(raw).map(ids -> ids.stream().map(called::hint).toList()); }

        private static Optional<List<String>> records(byte[] raw) {
            try {
                var payload = payload(JSON.readTree(raw));
                return Stream.of("EntityId", "RelationshipId").map(name -> payload.path(name).asText("")).filter(TribeCalls::isId).findFirst().map(List::of);
            } catch (IOException notJson) {
                return Optional.empty();
            }
        }

        /** The inner names are partly a guess, so their case does not matter. */
        private static JsonNode payload(JsonNode body) { return WireCase.vendors(body).path("Payload"); }
    }
}
