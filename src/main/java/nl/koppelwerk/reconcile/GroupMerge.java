package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.FieldRule.Policy;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/**
 * Merge of a member that feeds several fields of the other side (AC-58, AC-60): out, all that still hold what they were given
 * follow; back, the first one that is filled wins (AC-90). A field that a person gave a value of its own is parted and stays so.
 */
final class GroupMerge {

    private final Subject subject;
    private final Outbound outbound;
    private final Side joined;
    private final Side parted;
    private final List<Field<?>> fields;

    /** @param joined the side on which one member feeds all the fields */
    GroupMerge(Subject subject, Side joined, List<Field<?>> fields) {
        this.subject = subject;
        this.outbound = new Outbound(subject);
        this.joined = joined;
        this.parted = joined.other();
        this.fields = fields;
    }

    void merge() {
        Field<?> first = fields.get(0);
        Value<?> now = subject.held(joined, first);
        Value<?> back = back(true);
        if (fields.stream().noneMatch(subject::hasMet)) meet(now, back);
        else if (isClash(first, now, back)) clash(first, now, back);
        else settle(now, back, moved(back) && !moved(first, now));
    }

    private void meet(Value<?> now, Value<?> back) {
        if (now.isEmpty() && back.isFilled()) pushBack(back);
        else if (back.isEmpty() || isSame(now, back)) settle(now, back, false);
        else subject.ask(ReasonCode.FIRST_MEETING_DIFFERS, fields.get(0));
    }

    private boolean isClash(Field<?> first, Value<?> now, Value<?> back) {
        return moved(first, now) && moved(back) && !isSame(now, back);
    }

    private void clash(Field<?> first, Value<?> now, Value<?> back) {
        var answer = subject.answer(first).map(Question.Answered::choice);
        Policy policy = subject.rule(first).policy();
        Side winner = answer.map(choice -> choice == Question.Choice.SOURCE ? Side.SOURCE : Side.TARGET)
            .orElse(policy == Policy.ASK ? null : policy == Policy.TARGET_WINS ? Side.TARGET : Side.SOURCE);
        if (winner == null) subject.ask(ReasonCode.BOTH_SIDES_CHANGED, first);
        else if (winner == parted) pushBack(back);
        else fields.stream().filter(this::hasMoved).forEach(field -> push(field, now));
    }

    private void settle(Value<?> now, Value<?> back, boolean fromParted) {
        if (fromParted && (!isSame(now, back) || isTyped(now, back))) pushBack(back);
        else fields.forEach(field -> settleOut(field, now));
    }

    private void settleOut(Field<?> field, Value<?> now) {
        boolean own = hasMoved(field) || !isFollower(field) && !followsAgain(field);
        if (equal(field, now, subject.held(parted, field)) || !own && give(parted, field, now)) subject.agree(field);
        else if (own) part(field);
    }

    private void part(Field<?> field) {
        var reason = subject.restored(field).filter(restored -> !hasMoved(field)).orElseGet(() -> new Reason(ReasonCode.PARTED_BY_HAND,
            subject.name(field), Map.of("system", subject.dialect(parted).label())));
        subject.agree(field);
        subject.findings().stand(subject.name(field), reason);
    }

    /** What was put back stays until the field moves. */
    private boolean followsAgain(Field<?> field) { return subject.restored(field).isPresent() && subject.moved(joined, field); }

    private void push(Field<?> field, Value<?> value) {
        if (outbound.push(parted, field, value)) subject.agree(field);
    }

    /** Only the fields that brought the value are named as its origin; the others follow or stay, each for itself. */
    private void pushBack(Value<?> back) {
        for (var field : fields)
            if (subject.held(parted, field).equals(back) && (hasMoved(field) || !subject.hasMet(field) || back.isFilled()))
                if (give(joined, field, back)) subject.agree(field);
                else return;
    }

    /** What moved crosses to the letter; what did not may stand there in that side's own spelling. */
    private boolean give(Side side, Field<?> field, Value<?> value) {
        return subject.moved(side.other(), field) ? outbound.edit(side, field, value) : outbound.push(side, field, value);
    }

    /** It still holds what it was last given, or was never given anything. */
    private boolean isFollower(Field<?> field) {
        return !subject.hasMet(field) ? subject.held(parted, field).isEmpty()
            : Spelling.same(subject.form(parted, field, subject.base(joined, field)), subject.base(parted, field));
    }

    private boolean hasMoved(Field<?> field) { return subject.hasMet(field) && subject.moved(parted, field); }

    private boolean moved(Value<?> back) { return !back.equals(back(false)); }

    private boolean moved(Field<?> first, Value<?> now) { return subject.hasMet(first) && !now.equals(subject.base(joined, first)); }

    private Value<?> back(boolean current) {
        Value<?> found = Value.empty();
        for (var field : fields) {
            Value<?> value = current ? subject.held(parted, field) : subject.base(parted, field);
            if (!found.isFilled() && value.isFilled()) found = value;
        }
        return found;
    }

    /** A person typed it, be it only in another spelling. */
    private boolean isTyped(Value<?> now, Value<?> back) {
        return !equal(fields.get(0), now, back) && fields.stream().anyMatch(field -> hasMoved(field) && subject.held(parted, field).equals(back));
    }

    /** One value, also where a system spells it in its own way. */
    private boolean isSame(Value<?> now, Value<?> back) { return equal(fields.get(0), now, back) || Spelling.same(now, back); }

    private boolean equal(Field<?> field, Value<?> atJoined, Value<?> atParted) {
        return joined == Side.SOURCE ? subject.equal(field, atJoined, atParted) : subject.equal(field, atParted, atJoined);
    }
}
