package nl.koppelwerk.ledger;

import java.util.List;
import nl.koppelwerk.ledger.Runs.Run;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Readiness;
import nl.koppelwerk.reconcile.Settlement.Outcome;

/** What a run that only looks has found, record by record: a checklist, an export, a backup. Nothing is delivered by it. */
public interface Surveys {

    /** The rows of one page, each once however often the page is walked; one commit. */
    void found(Run run, List<Found> rows);

    /** In the order in which they were found. */
    List<Kept> of(String run, String afterId, int most);

    /**
     * @param keys by which it is recognised on the other side
     */
    record Found(Sighting seen, Readiness readiness, List<MatchKey> keys) {

        /** As the balance of the run counts it. */
        public Outcome outcome() {
            return switch (readiness.verdict()) {
                case READY -> Outcome.EQUAL;
                case INCOMPLETE -> Outcome.HELD;
                case REFUSED -> Outcome.REFUSED;
                case OUT_OF_SCOPE -> Outcome.OUT_OF_SCOPE;
            };
        }
    }

    /** @param twins other roots of the run that share a key with it */
    record Kept(String id, Sighting seen, Readiness readiness, List<String> twins) {}
}
