package nl.koppelwerk.flow;

import nl.koppelwerk.ledger.Deliveries.Outcome;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.OpenDelivery;

/** What an answer to a write says of its delivery: done, refused, certainly not done, or nobody knows. */
final class Outcomes {

    private Outcomes() { }

    static Outcome of(Answer answer) {
        if (answer instanceof Answer.Done done) return new Outcome.Done(done.id(), done.version(), done.echoed(), done.handles());
        if (answer instanceof Answer.Refused refused) return new Outcome.Refused(refused.reasons());
        if (answer instanceof Answer.Unanswered || answer instanceof Answer.Unreadable || answer instanceof Answer.Underway) return new Outcome.InDoubt();
        return new Outcome.NotSent();
    }

    /** The request was on its way: whatever broke then, it may have been done. */
    static Answer doubt(Answer answer) {
        return answer instanceof Answer.Unreadable unreadable ? new Answer.Unanswered(unreadable.reason()) : answer;
    }

    static Answer stored(OpenDelivery known) {
        return new Answer.Done(known.madeId(), known.version(), known.echoed(), known.handles());
    }
}
