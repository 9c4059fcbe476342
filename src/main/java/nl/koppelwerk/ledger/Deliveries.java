package nl.koppelwerk.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.Map;
import nl.koppelwerk.link.MatchKey;
import nl.koppelwerk.reconcile.OpenDelivery;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Values;

/** Writes to a vendor: their intent before the call, their answer after it. */
public interface Deliveries {

    /**
     * Statement 4: the delivery row, the brakes and the lease in one committed transaction, before anything is sent.
     *
     * @param identity for a create the keys that no other open create may share; for an update those that the root has only by it: they are its own from now on,
     *                 so that nothing is made with them while the answer is on its way
     * @param found    roots that this look's searches have found; one that was not and has such a key was made meanwhile
     * @param request  the exact bytes that will be sent
     */
    Intent intend(Claim claim, String relation, long revision, Step.Write write, List<MatchKey> identity, Set<String> found, byte[] request);

    sealed interface Intent {

        /**
         * It stands: send it now; the lease lasts longer than a call may.
         *
         * @param key for a create: names it to a vendor that answers the same key with the same record; a new one each time it is intended
         */
        record Granted(String delivery, String key) implements Intent {}

        /** This very write was made before; here is its outcome. */
        record AlreadyDone(OpenDelivery delivery) implements Intent {}

        record OverBrake() implements Intent {}

        record LeaseLost() implements Intent {}

        /** Another relation's create for the same identity is not settled yet. */
        record Rival() implements Intent {}

        /** Another link that fills the same account makes it, or got one just now that this look has not found: to be looked for again then. */
        record RivalBeside(java.time.Instant again) implements Intent {}
    }

    /** How many writes of a link were begun since then. */
    int sentSince(String link, Instant since);

    /** What was sent, or was to be. */
    Request request(String delivery);

    record Request(byte[] body, String key) {}

    /** An answer is a fact: recorded without a token, in one small transaction. */
    void answered(String delivery, Outcome outcome);

    sealed interface Outcome {

        record Done(String madeId, String version, Values echoed, Map<String, String> handles) implements Outcome {}

        record Refused(List<Reason> reasons) implements Outcome {}

        /** Certainly not done (nothing was sent, 401, 429, a stale version): the same write may be intended again. */
        record NotSent() implements Outcome {}

        /** Nobody knows. */
        record InDoubt() implements Outcome {}
    }
}
