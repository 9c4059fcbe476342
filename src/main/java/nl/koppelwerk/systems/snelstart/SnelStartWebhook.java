package nl.koppelwerk.systems.snelstart;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.systems.WebhookDoor;
import nl.koppelwerk.systems.WebhookDoor.Addressee;
import nl.koppelwerk.systems.WebhookGate;
import org.apache.camel.Exchange;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one webhook that SnelStart has: it tells of the coupling key of an administration, and never of a relatie. */
@ApplicationScoped
@Named("snelstartWebhook")
@Unremovable
public class SnelStartWebhook {

    private final WebhookGate gate;

    SnelStartWebhook(Links links, Accounts accounts, @ConfigProperty(name = "koppelwerk.webhook.body") int mostBytes,
                     @ConfigProperty(name = "koppelwerk.links.reread") Duration reread) {
        this.gate = new WebhookGate(new Keys(links, accounts), links, accounts, mostBytes, reread);
    }

    public void verify(Exchange exchange) { gate.verify(exchange); }

    public void acknowledge(Exchange exchange) { gate.acknowledge(exchange); }

    private record Keys(Links links, Accounts accounts) implements WebhookGate.Vendor {

        /** Until a new key comes, by webhook or by hand. */
        private static final Duration FOR_GOOD = Duration.ofDays(3650);

        @Override public String system() { return SnelStartConnector.ID; }

        @Override public boolean isProven(Exchange call, String secret, byte[] raw) {
            return SnelStartSignature.isRight(call.getVariable("signature", "", String.class), secret, raw);
        }

        /** Where the coupling was started from a link of ours, that one is named. */
        @Override public boolean isMeant(Addressee called, byte[] raw) {
            return KeyMessage.read(raw).map(KeyMessage::reference).filter(reference -> !reference.isEmpty() && !reference.equals(called.link())).isEmpty();
        }

        /** The key is kept before it is acknowledged; no record can have changed by it. */
        @Override public Optional<List<Hint>> hints(Addressee called, Exchange call, byte[] raw) {
            var message = KeyMessage.read(raw);
            message.ifPresent(told -> take(called, told));
            return message.map(told -> List.of());
        }

        private void take(Addressee called, KeyMessage told) {
            // As it is now: what the door remembers may be older than what a person typed since.
            var account = accounts.find(called.account().id());
            var own = account.credentials().getOrDefault(SnelStartTokens.KEY, "");
            boolean isOwn = told.key().isEmpty() || WebhookDoor.same(told.key(), own);
            if (!told.isRemoval() && !isOwn) keep(called, account, told.key());
            if (told.isRemoval() && isOwn) accounts.backOff(account.id(), FOR_GOOD, Phrase.KEY_REMOVED.said().kept());
        }

        private void keep(Addressee called, Accounts.Account account, String key) {
            var credentials = new HashMap<>(account.credentials());
            credentials.put(SnelStartTokens.KEY, key);
            links.account(called.link(), called.side(), null, null, credentials);
        }
    }
}
