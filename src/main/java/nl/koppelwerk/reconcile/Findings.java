package nl.koppelwerk.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.koppelwerk.link.Baseline;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/** What comparing both sides brings to light: agreements, writes that are due, questions, and reasons to leave things. */
final class Findings {

    final List<FieldWrite> writes = new ArrayList<>();
    final List<Birth> births = new ArrayList<>();
    final List<Question> questions = new ArrayList<>();
    final List<Reason> reasons = new ArrayList<>();
    final Map<String, Reason> standing = new TreeMap<>();
    /** Per subject why it differs since a plan was applied: what this look found carried out. */
    final Map<String, Reason> restored = new TreeMap<>();
    /** What is wanted, by its fate: it stands, something moved since the plan was made, or it is due still. */
    final Set<String> carriedOut = new HashSet<>();
    final Set<String> overtaken = new HashSet<>();
    final Set<String> pending = new HashSet<>();
    /** What people chose and this look found done, or stopped for a reason that it gives. */
    final List<Question.Answered> followed = new ArrayList<>();
    final List<Sent> recent = new ArrayList<>();
    Pair pair;
    Baseline source;
    Baseline target;
    /** Kinds of parts of the target must be known before this goes on. */
    boolean needsWhole;
    /** Sides whose read may still show the state before our own write, and when to look again. */
    final Set<Side> late = EnumSet.noneOf(Side.class);
    Instant lookAgain;
    /** Only what a person chose crosses. */
    boolean byHand;

    /** A part that is to be made on one side. */
    record Birth(Side side, PartKey key, Part born) {}

    Findings(Pair pair) {
        this.pair = pair;
        this.source = pair.sourceBaseline();
        this.target = pair.targetBaseline();
    }

    Baseline baseline(Side side) { return side == Side.SOURCE ? source : target; }

    void agree(PartKey part, Field<?> field, Value<?> atSource, Value<?> atTarget) {
        source = source.with(part, field, atSource);
        target = target.with(part, field, atTarget);
    }

    void base(Side side, PartKey part, Field<?> field, Value<?> value) {
        if (side == Side.SOURCE) source = source.with(part, field, value);
        else target = target.with(part, field, value);
    }

    void stand(String subject, Reason reason) {
        standing.put(subject, reason.about(subject));
        reasons.add(reason.about(subject));
    }

    /** Nothing but what a person chose is carried over, made or asked about; what names the partner crosses too, and may be braked. */
    void onlyByHand(List<Reason> why) {
        byHand = true;
        births.clear();
        questions.removeIf(question -> question.code() != ReasonCode.BRAKE);
        reasons.addAll(why);
    }

    void take(PartTwins twins) {
        standing.putAll(twins.over(java.util.Map.of()));
        reasons.addAll(twins.reasons());
        questions.addAll(twins.questions());
        needsWhole |= twins.needsWhole();
    }

    /** A reason about that subject was given already. */
    boolean isSaid(ReasonCode code, String subject) {
        return reasons.stream().anyMatch(reason -> reason.code() == code && reason.subject().equals(subject));
    }

    void lookAgainAt(Side side, Instant at) {
        late.add(side);
        if (lookAgain == null || at.isBefore(lookAgain)) lookAgain = at;
    }
}
