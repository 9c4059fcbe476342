package nl.koppelwerk.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.link.Watch;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;

/**
 * Everything that one finishing transaction records.
 *
 * @param pair       the pair as it is now; one raised revision
 * @param foldsIn    the ledger row of the other, one-sided half that this pair takes in
 * @param sightings  what was seen in this look, newest per side, with our own writes laid over it
 * @param questions  all that are open now; one that is not named closes
 * @param deliveries what became of deliveries of earlier looks
 * @param changes    values whose life begins with this look
 * @param wanted     what was wanted and is not any more, with what became of it: carried out, or overtaken by what happened since it was planned
 * @param moved      the notice was about a part: hints for these roots take its place, and no relation is kept for it
 * @param again      when and why this root is due again; empty when the look is finished
 * @param looked     watches whose twins were looked for in this look
 * @param visits     roots that are to be looked at besides, whatever becomes of this notice
 * @param followed   answers of people by which this look did what they say; any other that it had was overtaken by what the two sides hold
 */
public record Settlement(State state, Outcome outcome, List<Reason> reasons, Pair pair, Optional<String> foldsIn,
                         List<Sighting> sightings, List<Question> questions, List<Verdict> deliveries,
                         List<Change> changes, Map<String, Outcome> wanted, List<String> moved, Optional<Again> again, List<Watch> looked, List<Visit> visits, List<Question.Answered> followed) {

    public Settlement(State state, Outcome outcome, List<Reason> reasons, Pair pair, Optional<String> foldsIn, List<Sighting> sightings, List<Question> questions, List<Verdict> deliveries,
                      List<Change> changes, Map<String, Outcome> wanted, List<String> moved, Optional<Again> again, List<Watch> looked, List<Visit> visits) {
        this(state, outcome, reasons, pair, foldsIn, sightings, questions, deliveries, changes, wanted, moved, again, looked, visits, List.of());
    }

    public Settlement(State state, Outcome outcome, List<Reason> reasons, Pair pair, Optional<String> foldsIn, List<Sighting> sightings,
                      List<Question> questions, List<Verdict> deliveries, List<Change> changes, Map<String, Outcome> wanted, List<String> moved, Optional<Again> again) {
        this(state, outcome, reasons, pair, foldsIn, sightings, questions, deliveries, changes, wanted, moved, again, List.of(), List.of());
    }

    /** The same, of a look that also kept watch. */
    Settlement watching(List<Watch> lookedFor, List<Visit> others) {
        return new Settlement(state, outcome, reasons, pair, foldsIn, sightings, questions, deliveries, changes, wanted, moved, again, lookedFor, others, followed);
    }

    Settlement with(Pair other) {
        return new Settlement(state, outcome, reasons, other, foldsIn, sightings, questions, deliveries, changes, wanted, moved, again, looked, visits, followed);
    }

    public Settlement following(List<Question.Answered> answers) {
        return new Settlement(state, outcome, reasons, pair, foldsIn, sightings, questions, deliveries, changes, wanted, moved, again, looked, visits, answers);
    }

    /**
     * A root that is to be looked at.
     *
     * @param at then, by what is known of it; or null for at once, by reading it
     */
    public record Visit(Side side, String root, Instant at) {}

    /** The state of a relation as people see it. */
    public enum State { IN_SYNC, PENDING, HELD, REFUSED, FAILED, OUT_OF_SCOPE }

    /** The bucket of a run's balance; {@code CHANGED_SINCE_PREVIEW} is a plan's item of which nothing was written, for it was overtaken. */
    public enum Outcome { CREATED, UPDATED, EQUAL, HELD, REFUSED, FAILED, OUT_OF_SCOPE, CHANGED_SINCE_PREVIEW, POSTPONED }

    /**
     * What became of a delivery that was open: found again, looked for in vain, or given up so that a new attempt may start; forestalled where
     * somebody else had made what it was to make, so that what stands there is none of ours.
     */
    public record Verdict(String deliveryId, Fate fate, String madeId) {}

    public enum Fate { DONE, MISSED, ABANDONED, FORESTALLED }

    /**
     * A value that one side holds from now on.
     *
     * @param written tells our own writes from what was seen
     * @param wanted  what an applied plan wanted by it: the history names that plan's run, whichever look wrote it
     */
    public record Change(Side side, PartKey part, Field<?> field, Value<?> value, boolean written, Optional<String> wanted) {

        public Change(Side side, PartKey part, Field<?> field, Value<?> value, boolean written) { this(side, part, field, value, written, Optional.empty()); }
    }

    /**
     * The look comes back.
     *
     * @param at      a fixed moment, or null for the schedule of its cause
     * @param atLeast not before this much time
     */
    public record Again(Cause cause, Instant at, Duration atLeast) {}

    /**
     * Why a look comes back. {@code MAY_HEAL} follows the retry schedule and counts; {@code WILL_NOT_HEAL} goes to the
     * dead letters; {@code ACCOUNT} puts the account in back-off; {@code LOOK_LATER} counts nothing.
     */
    public enum Cause { MAY_HEAL, WILL_NOT_HEAL, ACCOUNT, LOOK_LATER }
}
