package nl.koppelwerk.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/** A pair that does not flow by itself: nothing crosses but what names the partner, and the fields for which a person chose a value. */
final class ByHand {

    private final List<Reason> reasons = new ArrayList<>();

    ByHand(Knowledge known) {
        if (!known.isReleased(ReasonCode.NOT_AUTOMATIC))
            for (var side : Side.values()) reasons.addAll(known.situation.rules().waitsForHand(side, known.seen.get(side).relation(), true));
    }

    /** Why; empty where it flows, or is carried over this once. */
    List<Reason> reasons() { return List.copyOf(reasons); }

    /** What nobody chose a value for stays as it is on both sides; why it differed before is no reason once somebody changed it. */
    void leave(Subject subject, Set<Field<?>> left) {
        if (reasons.isEmpty()) return;
        var unchosen = left.stream().filter(field -> subject.answer(field).isEmpty() && !subject.rule(field).isKey()).toList();
        unchosen.stream().filter(field -> !subject.isUnsettled(field)).forEach(new FieldMerge(subject)::keep);
        unchosen.forEach(left::remove);
    }
}
