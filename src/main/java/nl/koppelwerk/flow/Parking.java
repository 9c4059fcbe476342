package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Questions;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.reconcile.Settlement.Again;
import nl.koppelwerk.reconcile.Settlement.Cause;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;

/** Ends a look that failed where no answer could be given to the core: to the retry schedule, or to the dead letters. */
@Singleton
@Named("parking")
@Unremovable
public final class Parking {

    private static final Logger LOG = Logger.getLogger(Parking.class);

    private final Settling settling;
    private final Looking looking;
    private final Questions questions;
    private final Claiming claiming;

    @Inject
    public Parking(Settling settling, Looking looking, Questions questions, Claiming claiming) {
        this.settling = settling;
        this.looking = looking;
        this.questions = questions;
        this.claiming = claiming;
    }

    /** Without an open dossier nothing can be settled: the claim is left to its lease. */
    public void park(Exchange exchange) {
        var failure = Mishaps.caught(exchange);
        var look = Calling.look(exchange);
        if (!(failure instanceof AnsweredInstead)) LOG.errorf(failure, "A look of link %s failed", look == null ? "?" : look.claim.link());
        if (look != null && look.dossier != null && !settling.finish(look, settlement(look, failure))) looking.drop(look);
    }

    /** The ledger does not answer: the claim is left to its lease, and claiming pauses. */
    public void leave(Exchange exchange) {
        claiming.storeFailed();
        LOG.warnf("The ledger does not answer; the claim waits for its lease to end: %s", Mishaps.caught(exchange).getMessage());
    }

    private Settlement settlement(Look look, Throwable failure) {
        var again = again(failure);
        boolean dead = again.cause() == Cause.WILL_NOT_HEAL;
        return new Settlement(dead ? Settlement.State.FAILED : Settlement.State.PENDING,
            dead ? Settlement.Outcome.FAILED : Settlement.Outcome.POSTPONED, List.of(reason(look, failure)), look.dossier.pair(), Optional.empty(),
            List.of(), open(look), List.of(), List.of(), Map.of(), List.of(), Optional.of(again));
    }

    private static Again again(Throwable failure) {
        var answer = Mishaps.answer(failure, "");
        if (answer instanceof Answer.Throttled throttled) return new Again(Cause.LOOK_LATER, throttled.until(), Duration.ZERO);
        if (answer instanceof Answer.Denied) return new Again(Cause.ACCOUNT, null, Duration.ZERO);
        return new Again(answer instanceof Answer.Unanswered ? Cause.MAY_HEAL : Cause.WILL_NOT_HEAL, null, Duration.ZERO);
    }

    private static Reason reason(Look look, Throwable failure) {
        var answer = Mishaps.answer(failure, look.link == null ? "the vendor" : look.link.type().id());
        if (answer instanceof Answer.Unanswered unanswered) return unanswered.reason();
        if (answer instanceof Answer.Denied denied) return denied.reason();
        return answer instanceof Answer.Unreadable unreadable ? unreadable.reason() : new Reason(ReasonCode.VENDOR_THROTTLED, "", Map.of("system", "the vendor"));
    }

    /** A failed look closes no question. */
    private List<nl.koppelwerk.reconcile.Question> open(Look look) {
        return StoreFailure.watch(() -> questions.of(look.dossier.relation())).stream().map(Questions.Held::question).toList();
    }
}
