package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import nl.koppelwerk.ledger.Dossiers;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Answer.Candidate;
import nl.koppelwerk.reconcile.Step;
import org.apache.camel.Exchange;

/** Candidates from the hub's own index, brought up to now by the vendor's exact filter on our reference where it has one. */
@Singleton
@Named("searching")
@Unremovable
public final class Searching {

    private final Dossiers dossiers;
    private final AccountBook accounts;

    @Inject
    public Searching(Dossiers dossiers, AccountBook accounts) {
        this.dossiers = dossiers;
        this.accounts = accounts;
    }

    /** The body becomes what the index knows; the variable {@code askVendor} says whether the vendor can be asked too. */
    public void index(Exchange exchange) {
        var look = Calling.look(exchange);
        var search = (Step.Search) look.step;
        var found = StoreFailure.watch(() -> dossiers.search(look.claim.link(), look.link.facet(), search.side(), search.keys()));
        exchange.setVariable("indexed", found);
        exchange.setVariable("askVendor", asksVendor(look.link.system(search.side()), search));
        exchange.getMessage().setBody(new Answer.Candidates(found));
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
        exchange.getMessage().setBody(new Answer.Candidates(List.copyOf(byRoot.values())));
    }

    @SuppressWarnings("unchecked")
    private static List<Candidate> indexed(Exchange exchange) { return exchange.getVariable("indexed", List.class); }
}
