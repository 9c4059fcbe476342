package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.systems.Connector.Page;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Walks listings page by page: asks, observes, and remembers each page; a cut or empty listing concludes nothing. */
@Singleton
@Named("walking")
@Unremovable
public final class Walking {

    private static final Logger LOG = Logger.getLogger(Walking.class);
    /** A vendor that does not answer is asked again that much later, a little later each time. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Walks walks;
    private final LinkBook links;
    private final AccountBook accounts;
    private final Pages pages;
    private final Runs runs;
    private final MissingRoots missing;
    private final Surveying surveying;
    private final Notices notices;
    private final int limit;

    @Inject
    public Walking(Walks walks, LinkBook links, AccountBook accounts, Pages pages, Runs runs, MissingRoots missing, Surveying surveying, Notices notices,
                   @ConfigProperty(name = "koppelwerk.page.size") int limit) {
        this.walks = walks;
        this.links = links;
        this.accounts = accounts;
        this.pages = pages;
        this.runs = runs;
        this.missing = missing;
        this.surveying = surveying;
        this.notices = notices;
        this.limit = limit;
    }

    /** Body {@link Walk}: sets the variable {@code walk}. */
    public void begin(Exchange exchange) {
        var walk = exchange.getMessage().getBody(Walk.class);
        exchange.setVariable("walk", walk);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override public void onDone(Exchange done) { walks.ended(walk); }

            /** Accepting wakes the workers by a message of its own, which may be dropped; the walk's end is not handed to it. */
            @Override public boolean allowHandover() { return false; }
        });
        next(walk);
    }

    /** The body becomes the question for the next page. */
    public void ask(Exchange exchange) {
        var walk = walk(exchange);
        var link = links.open(walk.link);
        var side = walk.listing().side();
        exchange.setVariable("system", link.system(side));
        exchange.setVariable("account", accounts.account(link.account(side)));
        exchange.setVariable("references", accounts.references(link.account(side), link.system(side)));
        exchange.setVariable("lane", walk.lane());
        exchange.setVariable("side", side);
        exchange.setVariable("askedAt", notices.now());
        exchange.getMessage().setBody(pages.request(walk, limit));
    }

    /** The body is the page, or why there is none; it becomes the hints. */
    public void observe(Exchange exchange) {
        var walk = walk(exchange);
        var body = exchange.getMessage().getBody();
        if (body instanceof Page page) exchange.getMessage().setBody(read(walk, links.open(walk.link), page));
        else exchange.getMessage().setBody(List.of());
        exchange.setVariable("page", body);
        if (body instanceof Answer.Denied denied) accounts.rest(links.open(walk.link).account(walk.listing().side()), denied.reason());
        if (body instanceof Answer answer) noPage(walk, answer);
    }

    private List<Hint> read(Walk walk, OpenLink link, Page page) {
        if (walk.surveys()) return surveyed(walk, link, page);
        return walk.listing().acquaints() ? pages.acquaint(walk, link.rules(), page) : pages.observe(walk, link.rules(), link.facet(), page);
    }

    private List<Hint> surveyed(Walk walk, OpenLink link, Page page) {
        surveying.take(walk.run, link.rules(), page);
        return List.of();
    }

    /** The hints of the page are durable: remembers it, and goes on to the next page or listing. */
    public void turn(Exchange exchange) {
        var walk = walk(exchange);
        if (!(exchange.getVariable("page") instanceof Page page)) return;
        walk.failures = 0;
        pages.turn(walk, page, notices.now());
        if (walk.isFull) enough(walk);
        else if (walk.run != null && !goesOn(walk)) walk.stopHere();
        else if (walk.place == null) next(walk);
        else rest(walk);
    }

    /** What failed without an answer: the ledger and the network are asked again later, a defect ends the walk. */
    public void failed(Exchange exchange) {
        var failure = Mishaps.caught(exchange);
        var walk = walk(exchange);
        if (StoreFailure.mayHeal(failure) && walk != null) later(walk);
        else if (walk != null) noPage(walk, Mishaps.answer(failure, "the vendor"));
        if (!(failure instanceof AnsweredInstead)) LOG.warnf("A pass over a listing of link %s failed: %s", walk == null ? "?" : walk.link, failure);
    }

    private void enough(Walk walk) {
        runs.walkedAll(walk.run, "");
        walk.stopHere();
    }

    private void next(Walk walk) {
        if (!pages.open(walk) && walk.run != null) missing.end(walk.run, walk.sides);
        else rest(walk);
    }

    /** Outside the quiet hours of its link a run asks for no page, unless it only looks; they may be set otherwise meanwhile. */
    private void rest(Walk walk) {
        var until = links.link(walk.link).quietUntil();
        if (walk.run != null && !walk.surveys() && until != null && until.isAfter(notices.now())) walk.resumesAt = notices.now().plus(PATIENCE);
    }

    private boolean goesOn(Walk walk) {
        return runs.find(walk.run.id()).filter(run -> run.state() == Runs.State.RUNNING).isPresent();
    }

    /** A poll that gets no page is made again at its next turn; a run waits and goes on where it was. */
    private void noPage(Walk walk, Answer answer) {
        if (answer instanceof Answer.Throttled throttled) walk.resumesAt = throttled.until();
        else if (walk.run == null) walk.stopHere();
        // Nobody is called while the account rests, so it costs nothing to look soon whether it still does.
        else if (answer instanceof Answer.Denied) walk.resumesAt = notices.now().plus(PATIENCE);
        else if (answer instanceof Answer.Unreadable unreadable) fail(walk, Said.of(unreadable.reason()).kept());
        else later(walk);
    }

    private void later(Walk walk) {
        walk.failures = Math.min(walk.failures + 1, 20);
        walk.resumesAt = notices.now().plus(PATIENCE.multipliedBy(walk.failures));
    }

    private void fail(Walk walk, String why) {
        runs.change(walk.run.id(), Runs.State.FAILED, why);
        walk.stopHere();
    }

    private static Walk walk(Exchange exchange) { return exchange.getVariable("walk", Walk.class); }
}
