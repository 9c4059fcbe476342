package nl.koppelwerk.systems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.systems.WebhookDoor.Addressee;
import org.apache.camel.Exchange;

/**
 * Standard Webhooks by our own conventions, about a record or about a contact of one; the three headers come in the variable {@code signature}.
 *
 * @param about what the events of a record begin with: {@code customer} of {@code customer.updated}
 * @param owner the member in which a contact's event names its record
 */
public record RecordWebhooks(String system, String about, String owner, Clock clock) implements WebhookGate.Vendor {

    private static final ObjectMapper JSON = new JsonMapper();
    private static final String OF_CONTACT = "contact.";

    @Override public boolean isProven(Exchange call, String secret, byte[] raw) {
        return StandardWebhook.parse(call.getVariable("signature", "", String.class)).isRight(secret, raw, clock.instant());
    }

    @Override public Optional<List<Hint>> hints(Addressee called, Exchange call, byte[] raw) {
        return records(raw).map(ids -> ids.stream().map(called::hint).toList());
    }

    private Optional<List<String>> records(byte[] raw) {
        try {
            return records(JSON.readTree(raw));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** A contact without a record is nobody's part: it is taken, and nothing follows. */
    private Optional<List<String>> records(JsonNode body) {
        var data = body.path("data");
        boolean ofContact = body.path("type").asText("").startsWith(OF_CONTACT);
        if (ofContact && Query.isPlainStep(data.path("id").asText("")) && !data.has(owner)) return Optional.of(List.of());
        var id = data.path(ofContact ? owner : "id").asText("");
        boolean isKnown = ofContact || body.path("type").asText("").startsWith(about + ".");
        return isKnown && Query.isPlainStep(id) ? Optional.of(List.of(id)) : Optional.empty();
    }
}
