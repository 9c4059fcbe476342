package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.link.Side;
import org.apache.camel.ProducerTemplate;
import org.jboss.logging.Logger;

/** Registers our address at the vendors that have a call for it. */
@Singleton
public final class WebhookRegistration {

    private static final Logger LOG = Logger.getLogger(WebhookRegistration.class);

    private final LinkBook book;
    private final AccountBook accounts;
    private final WebhookAddresses addresses;
    private final ProducerTemplate routes;

    @Inject
    public WebhookRegistration(LinkBook book, AccountBook accounts, WebhookAddresses addresses, ProducerTemplate routes) {
        this.book = book;
        this.accounts = accounts;
        this.addresses = addresses;
        this.routes = routes;
    }

    /** The sides whose system sends webhooks: there is a route that takes them. */
    public List<Side> sides(String link) {
        var type = book.type(book.link(link));
        return Arrays.stream(Side.values()).filter(side -> accounts.has(side == Side.SOURCE ? type.sourceSystem() : type.targetSystem(), "webhook")).toList();
    }

    public void register(String link) {
        var known = book.link(link);
        var type = book.type(known);
        register(known, Side.SOURCE, type.sourceSystem());
        register(known, Side.TARGET, type.targetSystem());
    }

    /** Without it the sweeps still find every change, only later: a failure is told and stops nothing. */
    private void register(Links.Link link, Side side, String system) {
        if (!accounts.has(system, "register")) return;
        var shown = addresses.made(link.id(), side);
        // Later on a new secret would make the registered address worthless.
        if (shown.isEmpty() && link.state() != Links.State.NEW) return;
        var address = shown.orElseGet(() -> addresses.make(link.id(), side));
        var exchange = routes.request("direct:hub-register", asked -> {
            asked.setVariable("system", system);
            asked.setVariable("account", accounts.account(link.accounts().get(side)));
            asked.setVariable("lane", Lane.LIVE);
            asked.setVariable("prefix", addresses.prefix(link.id(), side));
            asked.getMessage().setBody(address);
        });
        if (!address.equals(exchange.getMessage().getBody())) LOG.warnf("The webhook of link %s could not be registered at %s", link.id(), system);
    }
}
