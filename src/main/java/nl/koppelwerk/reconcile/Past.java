package nl.koppelwerk.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Value;

/**
 * What one relation was and is: the ground on which a plan of restoring is made.
 *
 * @param seen  what each side was last seen to hold
 * @param lives its values in the order in which they were seen
 * @param made  the records that the hub made for it, the newest of each part
 */
public record Past(Pair pair, Map<Side, Sighting> seen, List<Life> lives, List<Made> made) {

    /**
     * A value that one side held from a moment on.
     *
     * @param written by the hub; else it was seen there
     * @param runs    those that had it looked at, or waited for that
     */
    public record Life(Side side, PartKey part, Field<?> field, Value<?> value, boolean written, Instant at, Set<String> runs) {

        public Life {
            runs = Set.copyOf(runs);
        }

        /** @param run the only one, or empty */
        public Life(Side side, PartKey part, Field<?> field, Value<?> value, boolean written, Instant at, String run) {
            this(side, part, field, value, written, at, run.isEmpty() ? Set.of() : Set.of(run));
        }
    }

    /** @param at when its create was sent; what is known of that part from before is another record's */
    public record Made(Side side, PartKey part, Instant at) {}
}
