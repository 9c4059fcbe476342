package nl.koppelwerk.systems;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.systems.WebhookDoor.Addressee;
import org.apache.camel.Exchange;

/**
 * Judges calls to the addresses of one vendor's webhooks: size, address, signature, shape; what passes is hints. Its route moves
 * {@code link}, {@code secret} and what was sent into variables.
 */
public final class WebhookGate {

    /** What differs from vendor to vendor. */
    public interface Vendor {

        String system();

        /** What was sent, to be measured and proven. */
        default byte[] raw(Exchange call) { return call.getVariable("raw", new byte[0], byte[].class); }

        /** Asked only where the account has a webhook secret. */
        boolean isProven(Exchange call, String secret, byte[] raw);

        /** It speaks of the link whose address it came to; else it is answered as if there were no such address. */
        default boolean isMeant(Addressee called, byte[] raw) { return true; }

        /** What may have changed by it, nothing where it concerns nobody; empty where it has another shape. */
        Optional<List<Hint>> hints(Addressee called, Exchange call, byte[] raw);
    }

    private static final String STATUS = "status";

    private final Vendor vendor;
    private final WebhookDoor door;
    private final int mostBytes;

    public WebhookGate(Vendor vendor, Links links, Accounts accounts, int mostBytes, Duration reread) {
        this.vendor = vendor;
        this.door = new WebhookDoor(links, accounts, vendor.system(), reread);
        this.mostBytes = mostBytes;
    }

    /** The body becomes the hints, none where the call is refused; the variable {@code status} is what the vendor is told. */
    public void verify(Exchange exchange) {
        var raw = vendor.raw(exchange);
        var called = raw.length > mostBytes ? Optional.<Addressee>empty()
            : door.addressee(exchange.getVariable("link", "", String.class), exchange.getVariable("secret", "", String.class));
        int refusal = raw.length > mostBytes ? 413 : called.map(one -> refusal(one, exchange, raw)).orElse(404);
        var hints = refusal == 0 ? vendor.hints(called.get(), exchange, raw) : Optional.<List<Hint>>empty();
        exchange.setVariable(STATUS, refusal != 0 ? refusal : hints.isEmpty() ? 400 : 202);
        exchange.getMessage().setBody(hints.orElse(List.of()));
        hints.ifPresent(some -> door.note(called.get()));
    }

    private int refusal(Addressee called, Exchange exchange, byte[] raw) {
        if (!isProven(called, exchange, raw)) return 401;
        return vendor.isMeant(called, raw) ? 0 : 404;
    }

    /** Without a webhook secret only the secret in the address counts. */
    private boolean isProven(Addressee called, Exchange exchange, byte[] raw) {
        return called.webhookSecret().isEmpty() || vendor.isProven(exchange, called.webhookSecret(), raw);
    }

    public void acknowledge(Exchange exchange) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, exchange.getVariable(STATUS));
        exchange.getMessage().setBody("");
    }
}
