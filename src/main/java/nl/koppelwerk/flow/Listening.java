package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Links.Heard;
import nl.koppelwerk.ledger.Links.Hearing;
import nl.koppelwerk.link.Side;
import org.apache.camel.Body;
import org.apache.camel.ProducerTemplate;
import org.jboss.logging.Logger;

/** Asks the vendors that can be asked whether they call our webhooks; without them every change is found, only later, and nobody would notice. */
@Singleton
@Named("listening")
@Unremovable
public final class Listening {

    private static final Logger LOG = Logger.getLogger(Listening.class);

    private final Links links;
    private final LinkBook book;
    private final AccountBook accounts;
    private final WebhookAddresses addresses;
    private final ProducerTemplate routes;

    @Inject
    public Listening(Links links, LinkBook book, AccountBook accounts, WebhookAddresses addresses, ProducerTemplate routes) {
        this.links = links;
        this.book = book;
        this.accounts = accounts;
        this.addresses = addresses;
        this.routes = routes;
    }

    /** Beside the caller, which does not wait. */
    void askSoon(String link) { routes.sendBody("seda:hub-listen", link); }

    /** What each vendor says now, or said last where it does not answer; before a link is activated nothing is registered. */
    public Map<Side, Heard> ask(@Body String link) {
        var known = book.link(link);
        if (known.state() == Links.State.NEW) return Map.of();
        for (var side : Side.values()) if (canBeAsked(known, side)) ask(known, side);
        return links.heard(link);
    }

    boolean canBeAsked(String link) {
        var known = book.link(link);
        return canBeAsked(known, Side.SOURCE) || canBeAsked(known, Side.TARGET);
    }

    private boolean canBeAsked(Links.Link link, Side side) { return accounts.has(system(link, side), "listen"); }

    private String system(Links.Link link, Side side) { return side == Side.SOURCE ? book.type(link).sourceSystem() : book.type(link).targetSystem(); }

    private void ask(Links.Link link, Side side) {
        var system = system(link, side);
        var exchange = routes.request("direct:hub-hear", asked -> {
            asked.setVariable("system", system);
            asked.setVariable("account", accounts.account(link.accounts().get(side)));
            asked.setVariable("lane", Lane.LIVE);
            asked.setVariable("prefix", addresses.prefix(link.id(), side));
        });
        if (exchange.getException() == null && exchange.getMessage().getBody() instanceof Hearing hearing) keep(link, side, hearing);
        else LOG.warnf("%s did not say whether it calls the webhook of link %s; it is asked again next time", system, link.id());
    }

    private void keep(Links.Link link, Side side, Hearing hearing) {
        if (hearing != Hearing.HEARD) LOG.warnf("The webhook of link %s at %s: %s", link.id(), system(link, side), hearing);
        StoreFailure.watching(() -> links.heard(link.id(), side, hearing));
    }
}
