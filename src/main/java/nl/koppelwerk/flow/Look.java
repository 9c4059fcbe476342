package nl.koppelwerk.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.ledger.Certificates;
import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Dossier;
import nl.koppelwerk.ledger.Finishing;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Exchange;
import nl.koppelwerk.reconcile.OpenDelivery;
import nl.koppelwerk.reconcile.Situation;
import nl.koppelwerk.reconcile.Step;

/** One look at one root while it goes on; the variable {@code look} of the routes. Used by one thread. */
public final class Look {

    final Claim claim;
    Dossier dossier;
    OpenLink link;
    Situation situation;
    Step step;
    Instant askedAt;
    byte[] request;
    /** The delivery whose intent stands and whose answer is awaited. */
    String delivery;
    /** What an earlier look had answered to this very write. */
    OpenDelivery known;
    /** An answer that is not recorded yet: it goes along with the finish where nothing is asked in between. */
    Finishing.Answered unrecorded;
    /** The write was stopped when it was to leave: its lease might have ended before the call. */
    boolean fenced;

    Look(Claim claim) { this.claim = claim; }

    /** The core wants to know more. */
    boolean isAsking() { return step != null && !(step instanceof Step.Settle); }

    /** The route that carries the question. */
    String road() {
        if (step instanceof Step.Read) return "hub-read";
        if (step instanceof Step.Search) return "hub-search";
        return step instanceof Step.Repeat ? "hub-repeat" : "hub-deliver";
    }

    /** It may change something at the vendor. */
    boolean isWriting() { return step instanceof Step.Write || step instanceof Step.Repeat; }

    /** What it says counts for the delivery: sent again, a create that was put off is still in doubt. */
    boolean isSure(Answer answer) { return !(step instanceof Step.Repeat) || answer instanceof Answer.Done || answer instanceof Answer.Refused; }

    /** The system's operation for a write. */
    String operation() { return ((Step.Write) step).action() == Step.Action.CREATE ? "create" : "update"; }

    Side asked() { return Step.sideOf(step); }

    void ask(Step next, Instant now) {
        step = next instanceof Step.Read read && claim.reasons().contains(Certificates.WHY) ? read.wholly() : next;
        askedAt = now;
        delivery = null;
        known = null;
        request = null;
    }

    Exchange answered(Answer answer) { return new Exchange(step, answer, askedAt); }

    Set<String> found() { return situation == null ? Set.of() : situation.found(); }

    List<Exchange> learnt() { return situation == null ? List.of() : situation.learnt(); }

    /** Read only because this root is told to have been it. */
    private boolean isFormer(Sighting seen) {
        return seen.side() == claim.side() && dossier.was().stream().anyMatch(before -> before.root().equals(seen.root()));
    }

    /** The newest that is known of a side, from this look or from the ledger. */
    Optional<Sighting> newest(Side side) {
        Sighting newest = dossier.lastKnown().get(side);
        for (var exchange : learnt()) {
            if (exchange.answer() instanceof Answer.Seen seen && seen.sighting().side() == side && !isFormer(seen.sighting())) newest = seen.sighting();
        }
        return Optional.ofNullable(newest);
    }
}
