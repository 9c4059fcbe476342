package nl.koppelwerk.reconcile;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.reconcile.Wanted.Put;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;

/**
 * Puts back what an applied plan wants of one part, never over an edit: where either side moved, or holds something else than the
 * plan was based on, it is overtaken and the ordinary merge decides.
 */
final class Restoring {

    private final Subject subject;
    private final Findings findings;

    Restoring(Subject subject) {
        this.subject = subject;
        this.findings = subject.findings();
    }

    /**
     * Takes the fields that are being put back out of those that are left to merge.
     *
     * @param common what both sides can say now
     * @param left   of these, what does not wait to show what we wrote
     */
    void restore(Collection<Field<?>> common, Set<Field<?>> left) {
        for (var wanted : subject.known().situation.wanted())
            if (wanted instanceof Put put && put.part().equals(subject.part())) restore(put, common, left);
    }

    private void restore(Put put, Collection<Field<?>> common, Set<Field<?>> left) {
        var together = subject.together(put.field());
        together.retainAll(common);
        if (!left.containsAll(together)) findings.pending.add(put.id());
        else if (stands(put)) carriedOut(put);
        else if (hasLandedUnseen(put)) landed(put, together);
        else if (isOvertaken(put, together) || !write(put, together)) findings.overtaken.add(put.id());
        else {
            findings.pending.add(put.id());
            together.forEach(new FieldMerge(subject)::keep);
            left.removeAll(together);
        }
    }

    /** Our write was seen there: both sides are agreed on what each of them holds. */
    private boolean stands(Put put) {
        return !subject.moved(put.side(), put.field()) && Spelling.same(put.value(), subject.held(put.side(), put.field()));
    }

    /** A write whose answer was lost may land after it was looked for: what it brought is no edit of a person. */
    private boolean hasLandedUnseen(Put put) {
        return isOfThatRecord(put) && Spelling.same(put.value(), subject.held(put.side(), put.field()))
            && subject.held(put.side().other(), put.field()).equals(put.other()) && !subject.moved(put.side().other(), put.field());
    }

    private void landed(Put put, Set<Field<?>> together) {
        together.forEach(subject::agree);
        // As with any write of ours, a read that lags may still show the state before it.
        findings.recent.add(new Sent(put.side(), put.part(), put.field(), put.value(), put.held(), put.other(), subject.known().situation.now(), true));
        carriedOut(put);
    }

    private void carriedOut(Put put) {
        findings.carriedOut.add(put.id());
        for (var field : subject.together(put.side(), put.field()))
            findings.restored.put(subject.name(field), new Reason(ReasonCode.RESTORED, subject.name(field),
                Map.of("system", subject.dialect(put.side()).label(), "by", put.by(), "day", put.at().toString().substring(0, 10))));
    }

    private boolean isOvertaken(Put put, Set<Field<?>> together) {
        boolean isAnswered = subject.answer(put.field()).filter(answer -> answer.choice() != Question.Choice.RELEASE).isPresent();
        boolean isTold = findings.standing.containsKey(subject.name(put.field()));
        return !together.contains(put.field()) || isAnswered || isTold || !isAsPlanned(put) || together.stream().anyMatch(subject::isUnsettled);
    }

    private boolean isAsPlanned(Put put) {
        return isOfThatRecord(put) && subject.held(put.side(), put.field()).equals(put.held()) && subject.held(put.side().other(), put.field()).equals(put.other());
    }

    private boolean isOfThatRecord(Put put) { return findings.pair.record(put.side(), put.part()).filter(put.record()::equals).isPresent(); }

    /** Fields that one member feeds are written as one, for they cannot be told apart afterwards. */
    private boolean write(Put put, Set<Field<?>> together) {
        var outbound = new Outbound(subject);
        boolean taken = true;
        for (var field : subject.together(put.side(), put.field()))
            if (together.contains(field)) taken &= outbound.putBack(put.side(), field, put.value());
        return taken;
    }
}
