package nl.koppelwerk.flow;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Shelf;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Accounts, the connectors that speak for them, and their reference lists; old lists are better than none when a vendor is down. */
@Singleton
public final class AccountBook {

    private static final Logger LOG = Logger.getLogger(AccountBook.class);

    private final Accounts accounts;
    private final CamelContext camel;
    private final ProducerTemplate routes;
    private final Map<String, Connector> connectors = new HashMap<>();
    private final Shelf<String, Accounts.Account> known;
    private final Shelf<String, References> fresh;
    private final Map<String, References> last = new ConcurrentHashMap<>();
    private final Duration backOff;

    @Inject
    public AccountBook(Accounts accounts, CamelContext camel, ProducerTemplate routes, Instance<Connector> connectors,
                       @ConfigProperty(name = "koppelwerk.links.reread") Duration reread,
                       @ConfigProperty(name = "koppelwerk.references.reread") Duration references,
                       @ConfigProperty(name = "koppelwerk.account.backoff") Duration backOff) {
        this(accounts, camel, routes, (Iterable<Connector>) connectors, reread, references, backOff);
    }

    public AccountBook(Accounts accounts, CamelContext camel, ProducerTemplate routes, Iterable<Connector> connectors,
                       Duration reread, Duration references, Duration backOff) {
        this.accounts = accounts;
        this.backOff = backOff;
        this.camel = camel;
        this.routes = routes;
        this.known = new Shelf<>(reread);
        this.fresh = new Shelf<>(references);
        connectors.forEach(connector -> this.connectors.put(connector.id(), connector));
    }

    public Connector connector(String system) {
        var connector = connectors.get(system);
        if (connector == null) throw new IllegalStateException("no connector for " + system);
        return connector;
    }

    Accounts.Account account(String id) {
        if (found(id).backOffUntil() != null) known.forget(id);
        // A rest is never believed from memory: another process may have ended it, and saying it once more would begin it anew.
        return found(id);
    }

    private Accounts.Account found(String id) { return known.get(id, key -> StoreFailure.watch(() -> accounts.find(key))); }

    boolean has(String system, String operation) { return camel.getRoute(system + "-" + operation) != null; }

    /** @throws AnsweredInstead when they were never read and cannot be read now */
    References references(String account, String system) { return fresh.get(account, key -> read(key, system)); }

    /** New credentials or a new base address: read anew when next asked for. */
    public void forget(String account) {
        known.forget(account);
        fresh.forget(account);
    }

    /** The vendor refuses the account: nobody calls for it for a while, and its links say why. */
    void rest(String account, Reason why) {
        var refused = account(account);
        // Known already: nobody called, and the rest is not made longer by that.
        if (refused.backOffUntil() != null) return;
        StoreFailure.watching(() -> accounts.backOff(account, backOff, Said.of(why).kept()));
        forget(account);
        LOG.warnf("The account %s of office %s at %s rests for %s: %s %s", refused.number(), refused.office(), refused.system(), backOff, why.text(), why.remedy());
    }

    /** New credentials, or a person who wants to know: it is called again. */
    public void wake(String account) {
        StoreFailure.watching(() -> accounts.wake(account));
        forget(account);
    }

    private References read(String account, String system) {
        if (!has(system, "references")) return References.NONE;
        var answer = ask(account, system);
        if (answer instanceof Answer.Denied denied) rest(account, denied.reason());
        if (answer instanceof References references) last.put(account, references);
        else if (!last.containsKey(account)) throw new AnsweredInstead((Answer) answer);
        return last.get(account);
    }

    private Object ask(String account, String system) {
        var exchange = routes.request("direct:hub-references", asked -> {
            asked.setVariable("account", account(account));
            asked.setVariable("system", system);
        });
        return exchange.getException() == null ? exchange.getMessage().getBody() : Mishaps.answer(exchange.getException(), system);
    }
}
