package nl.koppelwerk.reconcile;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.koppelwerk.link.Sent;
import nl.koppelwerk.reconcile.Wanted.Carry;
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
        var wanted = puts().filter(put -> put.part().equals(subject.part())).toList();
        // What landed is known before anything is judged by it.
        for (var put : wanted) if (left.containsAll(together(put, common)) && !stands(put) && hasLandedUnseen(put)) landed(put, together(put, common));
        for (var put : wanted) if (newest(put).equals(put)) restore(put, together(put, common), left);
        for (var put : wanted) if (!newest(put).equals(put)) earlier(put, newest(put));
    }

    /** It writes nothing any more, and is done where just what it wants is there by then. */
    private void earlier(Put put, Put newest) {
        if (findings.pending.contains(newest.id())) findings.pending.add(put.id());
        else (stands(put) ? findings.carriedOut : findings.overtaken).add(put.id());
    }

    /** Of what several plans want of that field. */
    private Put newest(Put put) { return puts().filter(other -> other.isInPlaceOf(put)).reduce(put, (one, later) -> later); }

    private Stream<Put> puts() { return subject.known().situation.wanted().stream().filter(Put.class::isInstance).map(Put.class::cast); }

    private Set<Field<?>> together(Put put, Collection<Field<?>> common) {
        var together = subject.together(put.field());
        together.retainAll(common);
        return together;
    }

    private void restore(Put put, Set<Field<?>> together, Set<Field<?>> left) {
        if (!left.containsAll(together)) findings.pending.add(put.id());
        else if (stands(put)) carriedOut(put);
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
        return put.doubted() && isOfThatRecord(put) && Spelling.same(put.value(), subject.held(put.side(), put.field()))
            && isOtherAsPlanned(put) && !subject.moved(put.side().other(), put.field());
    }

    private void landed(Put put, Set<Field<?>> together) {
        together.forEach(subject::agree);
        // As with any write of ours, a read that lags may still show the state before it.
        findings.recent.add(new Sent(put.side(), put.part(), put.field(), put.value(), put.held(), put.other(), subject.known().situation.now(), true));
    }

    private void carriedOut(Put put) {
        findings.carriedOut.add(put.id());
        // Its sibling is judged by it.
        if (siblings(put).anyMatch(sibling -> !stands(sibling))) findings.pending.add(put.id());
        for (var field : subject.together(put.side(), put.field()))
            findings.restored.put(subject.name(field), new Reason(ReasonCode.RESTORED, subject.name(field),
                Map.of("system", subject.dialect(put.side()).label(), "by", put.by(), "day", put.at().toString().substring(0, 10))));
    }

    private boolean isOvertaken(Put put, Set<Field<?>> together) {
        boolean isAnswered = subject.answer(put.field()).filter(answer -> answer.choice() != Question.Choice.RELEASE).isPresent();
        boolean isTold = findings.standing.containsKey(subject.name(put.field()));
        return !together.contains(put.field()) || isImportedSince(put) || isAnswered || isTold || !isAsPlanned(put) || together.stream().anyMatch(subject::isUnsettled);
    }

    /** A later choice of a preview takes its place. */
    private boolean isImportedSince(Put put) {
        return subject.known().situation.wanted().stream().anyMatch(want -> want instanceof Carry carry && put.isOf(carry) && put.at().isBefore(carry.at()));
    }

    private boolean isAsPlanned(Put put) {
        return isOfThatRecord(put) && subject.held(put.side(), put.field()).equals(put.held()) && isOtherAsPlanned(put) && !isOverAnEdit(put);
    }

    /** What stands there as planned was put there by this look in the place of an edit, and is no sign that nobody typed since. */
    private boolean isOverAnEdit(Put put) {
        var before = subject.known().overwritten.get(put.side() + " " + subject.name(put.field()));
        return before != null && !before.equals(put.held());
    }

    private boolean isOfThatRecord(Put put) { return findings.pair.record(put.side(), put.part()).filter(put.record()::equals).isPresent(); }

    /** Both sides of one field may be wanted: then the other one holds what it was planned with, or what it was put back to meanwhile. */
    private boolean isOtherAsPlanned(Put put) {
        var there = subject.held(put.side().other(), put.field());
        return there.equals(put.other()) || siblings(put).anyMatch(sibling -> Spelling.same(sibling.value(), there));
    }

    private Stream<Put> siblings(Put put) {
        var together = subject.together(put.field());
        return puts().filter(other -> newest(other).equals(other) && other.side() != put.side() && other.part().equals(put.part()) && together.contains(other.field()));
    }

    /** Fields that one member feeds are written as one, for they cannot be told apart afterwards. */
    private boolean write(Put put, Set<Field<?>> together) {
        var outbound = new Outbound(subject);
        boolean taken = true;
        for (var field : subject.together(put.side(), put.field()))
            if (together.contains(field)) taken &= outbound.putBack(put.side(), field, put.value());
        return taken;
    }
}
