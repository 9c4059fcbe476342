package nl.koppelwerk.reconcile;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/**
 * How one relation stands in both systems now.
 *
 * @param reasons    why it is missing, or could not be compared
 * @param seen       what each side that answered holds
 * @param comparison empty where one side did not show a record
 * @param at         when the first of the two was asked
 */
public record Compared(Status status, List<Reason> reasons, Map<Side, Sighting> seen, Optional<Comparison> comparison, Instant at) {

    /** How the two stand (CL-05 to CL-08). */
    public enum Status { SET_UP_MISSING, MISSING, EQUAL, DIFFERENT, NOT_REACHABLE }

    /**
     * Both sides answered, if only that they have no such record.
     *
     * @param stood why the relation stands as it does, which tells why a side has no record
     */
    public static Compared of(Rules rules, Pair pair, List<Reason> stood, Map<Side, Sighting> seen, Instant at) {
        var off = seen.entrySet().stream().flatMap(one -> rules.outOfScope(one.getKey(), one.getValue().relation()).stream())
            .filter(reason -> reason.code() == ReasonCode.LINK_SWITCHED_OFF).distinct().toList();
        if (!off.isEmpty()) return new Compared(Status.SET_UP_MISSING, off, seen, Optional.empty(), at);
        if (seen.size() < Side.values().length) return new Compared(Status.MISSING, stood, seen, Optional.empty(), at);
        var comparison = Comparison.of(rules, pair, seen.get(Side.SOURCE).relation(), seen.get(Side.TARGET).relation());
        return new Compared(comparison.isEqual() ? Status.EQUAL : Status.DIFFERENT, List.of(), seen, Optional.of(comparison), at);
    }

    /** A side did not say what it holds. */
    public static Compared notReached(List<Reason> why, Map<Side, Sighting> seen, Instant at) {
        return new Compared(Status.NOT_REACHABLE, why, seen, Optional.empty(), at);
    }

    /** The sides that have no such record; of a side that did not answer nobody knows. */
    public List<Side> missingIn() {
        return status == Status.MISSING ? Arrays.stream(Side.values()).filter(side -> !seen.containsKey(side)).toList() : List.of();
    }
}
