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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.systems.Shelf;
import nl.koppelwerk.link.Side;
import org.apache.camel.Exchange;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Judges a call to the address of a webhook: size, address, signature, shape; what passes is one hint. */
@ApplicationScoped
@Named("tribeWebhook")
@Unremovable
public class TribeWebhook {

    private static final ObjectMapper JSON = new JsonMapper();
    private static final String STATUS = "status";
    private static final long ARRIVAL_EVERY = Duration.ofSeconds(1).toNanos();

    private final Links links;
    private final Accounts accounts;
    private final TribeSignature digest;
    private final int mostBytes;
    private final Shelf<String, Optional<Links.Link>> knownLinks;
    private final Shelf<String, Accounts.Account> knownAccounts;
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();

    TribeWebhook(Links links, Accounts accounts, @ConfigProperty(name = "koppelwerk.tribe.signature-digest") String digest,
                 @ConfigProperty(name = "koppelwerk.webhook.body") int mostBytes, @ConfigProperty(name = "koppelwerk.links.reread") Duration reread) {
        this.links = links;
        this.accounts = accounts;
        this.digest = TribeSignature.named(digest);
        this.mostBytes = mostBytes;
        this.knownLinks = new Shelf<>(reread);
        this.knownAccounts = new Shelf<>(reread);
    }

    /** The body becomes the hints, none where the call is refused; the variable {@code status} is what the vendor is told. */
    public void verify(Exchange exchange) {
        var raw = exchange.getVariable("raw", new byte[0], byte[].class);
        var link = exchange.getVariable("link", "", String.class);
        var side = raw.length > mostBytes ? Optional.<Side>empty() : side(link, exchange.getVariable("secret", "", String.class));
        int refusal = raw.length > mostBytes ? 413 : side.isEmpty() ? 404 : isSigned(link, side.get(), exchange, raw) ? 0 : 401;
        var record = refusal == 0 ? record(raw) : Optional.<String>empty();
        exchange.setVariable(STATUS, refusal != 0 ? refusal : record.isEmpty() ? 400 : 202);
        exchange.getMessage().setBody(record.map(id -> List.of(Hint.of(link, side.get(), id, "webhook"))).orElse(List.of()));
        record.ifPresent(id -> note(link, side.get()));
    }

    public void acknowledge(Exchange exchange) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, exchange.getVariable(STATUS));
        exchange.getMessage().setBody("");
    }

    /** Empty for an unknown link as well as for a wrong secret: from outside they look the same. */
    private Optional<Side> side(String link, String secret) {
        return known(link).stream().flatMap(known -> known.accounts().entrySet().stream())
            .filter(entry -> account(entry.getValue()).system().equals(TribeConnector.ID)).map(Map.Entry::getKey)
            .filter(side -> links.webhookSecretIs(link, side, secret)).findFirst();
    }

    private Optional<Links.Link> known(String link) { return isId(link) ? knownLinks.get(link, links::find) : Optional.empty(); }

    /** Ids are ours; what no id can be is not even asked for. */
    private static boolean isId(String link) { return link.chars().noneMatch(Character::isISOControl); }

    private Accounts.Account account(String id) { return knownAccounts.get(id, accounts::find); }

    private boolean isSigned(String link, Side side, Exchange exchange, byte[] raw) {
        var account = account(known(link).orElseThrow().accounts().get(side));
        var secret = account.credentials().getOrDefault("webhookSecret", "");
        return secret.isEmpty() || digest.isRight(exchange.getVariable("signature", "", String.class), secret, raw);
    }

    private static Optional<String> record(byte[] raw) {
        try {
            var payload = payload(JSON.readTree(raw));
            return Stream.of("EntityId", "RelationshipId").map(name -> payload.path(name).asText("")).filter(TribeCalls::isId).findFirst();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** The inner names are partly a guess, so their case does not matter. */
    private static JsonNode payload(JsonNode body) { return WireCase.vendors(body).path("Payload"); }

    /** One row for all calls of a link: written now and then only, or they would wait for one another. */
    private void note(String link, Side side) {
        long now = System.nanoTime();
        var before = arrived.get(link);
        if (before != null && now - before < ARRIVAL_EVERY) return;
        arrived.put(link, now);
        links.webhookArrived(link, side);
    }
}
