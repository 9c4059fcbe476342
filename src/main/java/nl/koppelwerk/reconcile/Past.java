package nl.koppelwerk.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;

/**
 * What one relation was and is: the ground on which a plan is made.
 *
 * @param seen  what each side was last seen to hold
 * @param lives its values in the order in which they were seen
 * @param made  the records that the hub made for it, the newest of each part
 * @param said  why the last look left it as it is
 * @param before what an import last showed of it that was applied, in whole or in part
 * @param along  others of the source in whose record it goes over, if one of them does, and records of the target that hold it along
 */
public record Past(Pair pair, Map<Side, Sighting> seen, List<Life> lives, List<Made> made, List<Reason> said, Optional<Before> before, List<Sighting> along) {

    public Past(Pair pair, Map<Side, Sighting> seen, List<Life> lives, List<Made> made) { this(pair, seen, lives, made, List.of(), Optional.empty(), List.of()); }

    public Past with(List<Sighting> others) { return new Past(pair, seen, lives, made, said, before, others); }

    /** @param chosen names of the fields that were put over those of the target; of a record that was to be made, all or none */
    public record Before(Plan plan, Set<String> chosen) {}

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
