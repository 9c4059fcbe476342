package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Deliveries;
import nl.koppelwerk.ledger.Dossier;
import nl.koppelwerk.ledger.Dossiers;
import nl.koppelwerk.ledger.Finishing;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Deliberation;
import nl.koppelwerk.reconcile.Situation;
import nl.koppelwerk.reconcile.Step;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** One look from its claim to its finish: opens the dossier, carries answers to the core, records the settlement. */
@Singleton
@Named("looking")
@Unremovable
public final class Looking {

    /** A root with hundreds of contact persons stays far below; a core that goes round in circles does not. */
    private static final int MOST_QUESTIONS = 2_000;
    private static final Duration A_LITTLE = Duration.ofMillis(200);

    private final LedgerClock clock;
    private final Dossiers dossiers;
    private final Deliveries deliveries;
    private final LinkBook links;
    private final Leases leases;
    private final Workers workers;
    private final Settling settling;

    @Inject
    public Looking(LedgerClock clock, Dossiers dossiers, Deliveries deliveries, LinkBook links, Leases leases, Workers workers,
                   Settling settling) {
        this.clock = clock;
        this.dossiers = dossiers;
        this.deliveries = deliveries;
        this.links = links;
        this.leases = leases;
        this.workers = workers;
        this.settling = settling;
    }

    /** Body {@link Claim}: sets the variable {@code look}; where another look has the relation, it asks nothing; the ledger has put the notice back. */
    public void begin(Exchange exchange) {
        var claim = exchange.getMessage().getBody(Claim.class);
        exchange.getExchangeExtension().addOnCompletion(new Ending(claim));
        var look = new Look(claim);
        exchange.setVariable("look", look);
        requireOurs(look);
        StoreFailure.watch(() -> dossiers.open(claim, Pair.FACET))
            .ifPresent(dossier -> open(look, dossier));
        tell(exchange, look);
    }

    /** Plain variables: the route looks at them at every step, and reading a member of the look by its name costs more than many a step. */
    private static void tell(Exchange exchange, Look look) {
        exchange.setVariable("asking", look.isAsking());
        if (look.isAsking()) exchange.setVariable("road", look.road());
    }

    private void open(Look look, Dossier dossier) {
        look.dossier = dossier;
        look.link = links.open(look.claim.link());
        look.situation = situation(look);
        ask(look, look.situation.now());
    }

    /** Asks for what the core wants next, but for what a preview's own run has just read: it would be asked for once more, record by record. */
    private void ask(Look look, Instant now) {
        look.ask(Deliberation.next(look.situation), now);
        for (var read = justRead(look); read.isPresent(); read = justRead(look)) {
            look.situation = look.situation.with(look.answered(new Answer.Seen(read.get())), now);
            look.ask(Deliberation.next(look.situation), now);
        }
    }

    private Optional<Sighting> justRead(Look look) {
        return new JustRead(dossiers, look.link.type(), look.claim, look.dossier).instead(look.step, look.learnt(), look.askedAt);
    }

    private Situation situation(Look look) {
        var dossier = look.dossier;
        var stored = new HashMap<>(dossier.stored());
        if (look.claim.stale()) stored.remove(look.claim.side());
        return new Situation(clock.instant(), look.link.rules(), look.claim.side(), look.claim.root(), dossier.pair(), stored,
            dossier.lastKnown(), dossier.looked(), dossier.deliveries(), dossier.openCreate(), dossier.partOf(), dossier.watches(),
            dossier.revision(), dossier.answered(), dossier.wanted(), dossier.was(), List.of());
    }

    /** The body is the answer: the core goes on with it. */
    public void learn(Exchange exchange) {
        var look = Calling.look(exchange);
        var body = exchange.getMessage().getBody();
        if (body instanceof RuntimeException thrown) throw thrown;
        var answer = (Answer) body;
        if (look.delivery != null && look.isSure(answer)) look.unrecorded = new Finishing.Answered(look.delivery, Outcomes.of(answer));
        var exchanged = look.answered(answer);
        var now = clock.instant();
        look.situation = look.situation.with(exchanged, now);
        if (look.learnt().size() > MOST_QUESTIONS) throw new IllegalStateException("a look that asks without end");
        ask(look, now);
        if (look.isAsking()) record(look);
        tell(exchange, look);
        requireOurs(look);
    }

    /** Records the settlement; without one there is nothing to do. */
    public void finish(Exchange exchange) {
        var look = Calling.look(exchange);
        if (!(look.step instanceof Step.Settle settle)) return;
        if (!settling.finish(look, settle.settlement())) drop(look);
    }

    /** The relation is another look's by now, or went up into another one: what was answered is kept, the decision is not. */
    public void abandon(Exchange exchange) { drop(Calling.look(exchange)); }

    /** Where the notice is still ours it is looked at anew; where it is not, giving it back does nothing. */
    void drop(Look look) {
        record(look);
        StoreFailure.watching(() -> leases.giveBack(look.claim, clock.instant().plus(A_LITTLE)));
    }

    /** An answer is a fact, whoever has the claim by now. */
    void record(Look look) {
        var fact = look.unrecorded;
        look.unrecorded = null;
        if (fact != null) StoreFailure.watching(() -> deliveries.answered(fact.delivery(), fact.outcome()));
    }

    private void requireOurs(Look look) {
        if (!leases.isLost(look.claim)) return;
        record(look);
        throw new LookAbandoned("lease lost");
    }

    private final class Ending extends SynchronizationAdapter {

        private final Claim claim;

        private Ending(Claim claim) { this.claim = claim; }

        /** A copy that a route sends on does not end the look. */
        @Override public boolean allowHandover() { return false; }

        @Override public void onDone(Exchange exchange) {
            leases.ended(claim);
            workers.giveBack(1);
        }
    }
}
