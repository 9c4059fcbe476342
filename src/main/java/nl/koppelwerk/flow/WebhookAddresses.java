package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.link.Side;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The addresses that vendors call; each holds a secret that is told once, when it is made. */
@Singleton
public final class WebhookAddresses {

    private final Links links;
    private final LinkBook book;
    /** Asked when it is needed: a port that the system chooses is known once the server listens, and routes start before. */
    private final Provider<String> base;
    /** Made by this process: an activation that follows registers the address that was shown, instead of making it worthless. */
    private final Map<String, String> made = new ConcurrentHashMap<>();

    @Inject
    public WebhookAddresses(Links links, LinkBook book, @ConfigProperty(name = "koppelwerk.public-url") Provider<String> base) {
        this.links = links;
        this.book = book;
        this.base = base;
    }

    /** A new address; the one before it is worth nothing from now on. */
    public String make(String link, Side side) {
        var address = prefix(link, side) + links.rotateWebhookSecret(link, side);
        made.put(link + side, address);
        return address;
    }

    /** What all addresses of that side begin with. */
    String prefix(String link, Side side) {
        var type = book.type(book.link(link));
        return base.get() + "/webhooks/" + (side == Side.SOURCE ? type.sourceSystem() : type.targetSystem()) + "/" + link + "/";
    }

    Optional<String> made(String link, Side side) { return Optional.ofNullable(made.get(link + side)); }
}
