package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Newcomers;
import nl.koppelwerk.ledger.Newcomers.Turn;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.systems.Connector;
import nl.koppelwerk.systems.Connector.Page;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Brings the index of a side up to now before something is made there, where its vendor cannot be searched: what is new is listed, and known
 * by its keys from then on (engine.md section 2). What a vendor answers instead of a page is the answer to the look that asked for it.
 */
@Singleton
@Named("catchingUp")
@Unremovable
public final class CatchingUp {

    /** About a minute: what the system told of and nobody can look at must not hold up others. */
    public static final int LOOKS_THAT_AWAIT_WHAT_WAS_TOLD = 30;

    private final Newcomers newcomers;
    private final AccountBook accounts;
    private final Pages pages;
    private final LedgerClock clock;
    private final int limit;

    @Inject
    public CatchingUp(Newcomers newcomers, AccountBook accounts, Pages pages, LedgerClock clock, @ConfigProperty(name = "koppelwerk.page.size") int limit) {
        this.newcomers = newcomers;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
        this.limit = limit;
    }

    /** Whether the look may rely on the index of that side, is to bring it up to now, or waits for another that does. */
    Turn turn(Look look, Side side) {
        var seen = look.newest(side.other()).map(Sighting::askedAt).orElseGet(clock::instant);
        // What a create in doubt has made shows no sooner than it is looked for.
        for (var open : look.dossier.deliveries())
            if (open.write().side() == side && open.shownFrom(look.link.rules().dialect(side)).isAfter(seen)) seen = open.shownFrom(look.link.rules().dialect(side));
        boolean awaits = look.dossier.revision() < LOOKS_THAT_AWAIT_WHAT_WAS_TOLD;
        var since = seen;
        return StoreFailure.watch(() -> newcomers.turn(look.claim.link(), side, since, awaits));
    }

    void leave(Newcomers.Listing turn) { StoreFailure.watching(() -> newcomers.leave(turn)); }

    /** Takes up the listings of that side, those that show what is not known yet; the variable {@code pass} is this one's. */
    public void begin(Exchange exchange) {
        var turn = exchange.getVariable("turn", Newcomers.Listing.class);
        var walk = Walk.ofNewcomers(turn.link(), listings(Calling.look(exchange), turn.side()), turn.now());
        StoreFailure.watch(() -> pages.open(walk));
        var pass = new Pass(turn, walk);
        exchange.setVariable("pass", pass);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override public void onDone(Exchange done) {
                if (!pass.ended) leave(turn);
            }

            @Override public boolean allowHandover() { return false; }
        });
    }

    private List<Walk.Listing> listings(Look look, Side side) {
        return accounts.connector(look.link.system(side)).listings().stream().filter(Connector.Listing::births)
            .map(listing -> new Walk.Listing(side, listing.name())).toList();
    }

    /** The body becomes the question for the next page. */
    public void ask(Exchange exchange) { exchange.getMessage().setBody(pages.request(pass(exchange).walk, limit)); }

    /** The body is the page, or why there is none. */
    public void take(Exchange exchange) {
        var pass = pass(exchange);
        if (exchange.getMessage().getBody() instanceof Page page) StoreFailure.watching(() -> take(Calling.look(exchange), pass, page));
        else stop(pass, exchange.getMessage().getBody(), Calling.look(exchange).link.system(pass.turn.side()));
    }

    private void take(Look look, Pass pass, Page page) {
        pages.acquaint(pass.walk, look.link.rules(), page);
        pages.turn(pass.walk, page, clock.instant());
        if (pass.walk.place == null) pages.open(pass.walk);
        pass.left--;
        if (!newcomers.goesOn(pass.turn)) pass.instead = new Answer.Behind(clock.instant());
    }

    /** The look is not to blame for a page that nobody understands; the pass begins anew, for it may be its place that the vendor has forgotten. */
    private void stop(Pass pass, Object said, String system) {
        boolean isUnderstood = said instanceof Answer && !(said instanceof Answer.Unreadable);
        pass.instead = isUnderstood ? (Answer) said : unlisted(system);
        if (!isUnderstood) StoreFailure.watching(() -> pages.restart(pass.walk));
    }

    private static Answer unlisted(String system) {
        return new Answer.Unanswered(new Reason(ReasonCode.VENDOR_NOT_UNDERSTOOD, "", Map.of("system", system)));
    }

    /** The body becomes the answer to the look, or nothing where the index is complete and can be asked now. */
    public void end(Exchange exchange) {
        var pass = pass(exchange);
        if (pass.walk.isCut && pass.instead == null) pass.instead = unlisted(Calling.look(exchange).link.system(pass.turn.side()));
        if (pass.instead == null && pass.walk.listings.isEmpty()) listed(pass);
        if (pass.instead == null && !pass.ended) pass.instead = new Answer.Behind(clock.instant());
        exchange.getMessage().setBody(pass.instead);
    }

    private void listed(Pass pass) {
        StoreFailure.watching(() -> newcomers.listed(pass.turn, pass.walk.began));
        pass.ended = true;
    }

    private static Pass pass(Exchange exchange) { return exchange.getVariable("pass", Pass.class); }

    /** A look's part of a pass; one of very many pages takes several looks, so that no lease is outlived. */
    public static final class Pass {

        private static final int MOST_PAGES = 20;

        private final Newcomers.Listing turn;
        private final Walk walk;
        private int left = MOST_PAGES;
        private boolean ended;
        private Answer instead;

        private Pass(Newcomers.Listing turn, Walk walk) {
            this.turn = turn;
            this.walk = walk;
        }

        /** There is a page to ask for now. */
        public boolean isGoing() { return instead == null && left > 0 && walk.isGoing(); }
    }
}
