package nl.koppelwerk.reconcile;

import nl.koppelwerk.link.FieldRule.Emptying;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/** Carries one value to one side: in that side's form, past the direction, the emptying rule, the checks and the brake. */
final class Outbound {

    private final Subject subject;

    Outbound(Subject subject) { this.subject = subject; }

    /** @return true when nothing is due because that side holds it already, be it in its own spelling */
    boolean push(Side side, Field<?> field, Value<?> value) {
        return Spelling.same(subject.form(side, field, value), subject.held(side, field)) || edit(side, field, value);
    }

    /** What a person typed or chose crosses to the letter: a dot in an e-mail address is no matter of spelling. */
    boolean edit(Side side, Field<?> field, Value<?> value) {
        Value<?> wanted = subject.form(side, field, value);
        Value<?> held = subject.held(side, field);
        if (wanted.equals(held)) return true;
        Reason stopped = stopped(side, field, value, wanted, held);
        if (stopped == null) write(side, field, wanted, held);
        else subject.findings().stand(subject.name(field), stopped);
        return false;
    }

    private void write(Side side, Field<?> field, Value<?> wanted, Value<?> held) {
        // What a person chose for this field has leave.
        boolean counts = isDestructive(field, wanted, held) && subject.answer(field).isEmpty();
        if (counts && subject.known().braked) subject.ask(ReasonCode.BRAKE, field);
        else subject.findings().writes.add(new FieldWrite(side, subject.part(), field, wanted, held, subject.held(side.other(), field), counts));
    }

    private boolean isDestructive(Field<?> field, Value<?> wanted, Value<?> held) {
        return held.isFilled() && (wanted.isEmpty() || subject.rule(field).isKey());
    }

    /**
     * Puts back what a plan wants there, past all but the rule of emptying, for the plan showed what it empties.
     *
     * @return false where that side does not take it
     */
    boolean putBack(Side side, Field<?> field, Value<?> value) {
        var refused = reach(side).refuses(field, value);
        if (refused.isEmpty()) write(side, field, value, subject.held(side, field));
        else subject.findings().stand(subject.name(field), refused.get());
        return refused.isEmpty();
    }

    private Reason stopped(Side side, Field<?> field, Value<?> value, Value<?> wanted, Value<?> held) {
        var reach = reach(side);
        var way = reach.againstTheWay(field);
        if (way.isPresent()) return way.get();
        if (value instanceof Value.Invalid<?> invalid) return subject.known().invalid(invalid, side.other(), subject.name(field));
        if (wanted.isEmpty()) return emptied(side, field);
        return reach.unheld(field, wanted).or(() -> reach.addedElsewhere(field)).orElse(null);
    }

    private Reason emptied(Side side, Field<?> field) {
        var needed = reach(side).leftEmpty(field);
        if (needed.isPresent()) return needed.get();
        Emptying rule = subject.rule(field).emptying(side);
        if (rule == Emptying.COPY || subject.answer(field).isPresent()) return null;
        if (rule == Emptying.HOLD) subject.ask(ReasonCode.EMPTY_HELD, field);
        return reach(side).named(rule == Emptying.HOLD ? ReasonCode.EMPTY_HELD : ReasonCode.EMPTY_IGNORED, field);
    }

    private Reach reach(Side side) { return subject.reach(side); }
}
