package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import nl.koppelwerk.ledger.Dossiers;
import nl.koppelwerk.ledger.Newcomers;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Answer.Candidate;
import nl.koppelwerk.reconcile.Step;
import org.apache.camel.Exchange;

/** Candidates from the hub's own index, brought up to now by the vendor's exact filter where it has one, else before a birth by its listing. */
@Singleton
@Named("searching")
@Unremovable
public final class Searching {

    private final Dossiers dossiers;
    private final AccountBook accounts;
    private final CatchingUp catchingUp;

    @Inject
    public Searching(Dossiers dossiers, AccountBook accounts, CatchingUp catchingUp) {
        this.dossiers = dossiers;
        this.accounts = accounts;
        this.catchingUp = catchingUp;
    }

    /**
     * The body becomes what the index knows; the variable {@code askVendor} says whether the vendor can be asked too, and {@code lags} whether
     * its listing is to be read first.
     */
    public void index(Exchange exchange) {
        var look = Calling.look(exchange);
        var search = (Step.Search) look.step;
        boolean asks = asksVendor(look.link.system(search.side()), search);
        // Before the index is asked: what comes in between is found by it.
        var turn = search.upToNow() && !(asks && findsAll(look, search.side())) ? catchingUp.turn(look, search.side()) : new Newcomers.UpToNow();
        exchange.setVariable("askVendor", asks && turn instanceof Newcomers.UpToNow);
        exchange.setVariable("turn", turn);
        exchange.setVariable("lags", turn instanceof Newcomers.Listing);
        exchange.getMessage().setBody(turn instanceof Newcomers.UpToNow ? known(exchange, look, search, asks) : behind(turn));
    }

    /** Nothing that could be taken for an answer, where the listing is still to be read. */
    private static Answer behind(Newcomers.Turn turn) { return turn instanceof Newcomers.Wait wait ? new Answer.Behind(wait.until()) : null; }

    private Answer known(Exchange exchange, Look look, Step.Search search, boolean asks) {
        var found = StoreFailure.watch(() -> dossiers.search(look.claim.link(), look.link.facet(), search.side(), search.keys(), look.dossier.relation()));
        exchange.setVariable("indexed", found);
        return new Answer.Candidates(found, isAll(look, search, asks));
    }

    private boolean isAll(Look look, Step.Search search, boolean asks) { return search.upToNow() || asks && findsAll(look, search.side()); }

    /** What was new is known by now: asks the index again, unless the body is an answer that stands in the way. */
    public void again(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof Answer) return;
        index(exchange);
        if (!(exchange.getVariable("turn") instanceof Newcomers.Listing next)) return;
        catchingUp.leave(next);
        exchange.getMessage().setBody(new Answer.Behind(next.now()));
    }

    /** Nothing that shares a key escapes what the vendor is asked for; by our reference alone it shows only what we made. */
    private boolean findsAll(Look look, Side side) {
        return accounts.connector(look.link.system(side)).searchesByKeys() || look.link.rules().dialect(side).doubt() == Dialect.Doubt.OWN_REFERENCE;
    }

    private boolean asksVendor(String system, Step.Search search) {
        boolean hasCondition = search.ownReference().isPresent() || accounts.connector(system).searchesByKeys();
        return hasCondition && accounts.has(system, "search");
    }

    /** The vendor knows which roots there are, the index knows with whom they are paired. */
    public void merge(Exchange exchange) {
        if (!(exchange.getMessage().getBody() instanceof Answer.Candidates vendor)) return;
        var byRoot = new LinkedHashMap<String, Candidate>();
        indexed(exchange).forEach(candidate -> byRoot.put(candidate.root(), candidate));
        vendor.roots().forEach(candidate -> byRoot.putIfAbsent(candidate.root(), candidate));
        var look = Calling.look(exchange);
        exchange.getMessage().setBody(new Answer.Candidates(List.copyOf(byRoot.values()), isAll(look, (Step.Search) look.step, true)));
    }

    @SuppressWarnings("unchecked")
    private static List<Candidate> indexed(Exchange exchange) { return exchange.getVariable("indexed", List.class); }
}
