package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Reason;

/**
 * What the ledger knows of one relation when a certificate judges it.
 *
 * @param relation the ledger's id of it
 * @param reasons  those of the last look
 * @param seen     the stored observations
 * @param read     the sides whose observation was asked for after the run began and after our last write there had ended
 * @param waits    a hint waits that no look has taken up, or an observation that no look has judged
 * @param written  what was written since the run began
 */
public record Evidence(String relation, Pair pair, Settlement.State state, List<Reason> reasons, Map<Side, Sighting> seen, Set<Side> read,
                       boolean waits, List<Written> written) {

    /** A value of ours in that side, by its subject. */
    public record Written(Side side, String subject) {

        /** What one write changed; a part without any field stands as a whole. */
        public static Stream<Written> by(Step.Write write) {
            var fields = write.values().fields();
            var subjects = fields.stream().filter(field -> write.values().get(field).isFilled() || write.old().get(field).isFilled()).map(write.part()::subject);
            return (fields.isEmpty() ? Stream.of(write.part().toString()) : subjects).map(subject -> new Written(write.side(), subject));
        }
    }
}
