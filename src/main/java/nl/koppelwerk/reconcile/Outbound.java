package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.FieldRule.Emptying;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.PartKind;
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

    private Reason stopped(Side side, Field<?> field, Value<?> value, Value<?> wanted, Value<?> held) {
        if (!subject.rule(field).mayWrite(side)) return named(ReasonCode.ONE_WAY, side, field);
        if (value instanceof Value.Invalid<?> invalid) return subject.known().invalid(invalid, side.other(), subject.name(field));
        if (wanted.isEmpty()) return emptied(side, field, held);
        List<Reason> problems = subject.dialect(side).problems(subject.kind(), subject.part().kind(), field, wanted);
        if (!problems.isEmpty()) return problems.get(0).about(subject.name(field));
        return isMissingResource(side, field) ? named(ReasonCode.BORN_ELSEWHERE, side, field) : null;
    }

    private Reason emptied(Side side, Field<?> field, Value<?> held) {
        if (subject.dialect(side).required(subject.kind(), subject.part().kind()).contains(field))
            return named(ReasonCode.REQUIRED_MISSING, side, field);
        Emptying rule = subject.rule(field).emptying(side);
        if (rule == Emptying.COPY || subject.answer(field).isPresent()) return null;
        if (rule == Emptying.IGNORE) return named(ReasonCode.EMPTY_IGNORED, side, field);
        subject.ask(ReasonCode.EMPTY_HELD, field);
        return named(ReasonCode.EMPTY_HELD, side, field);
    }

    /** The wire record that would carry the field is not there, and that side does not let us add one. */
    private boolean isMissingResource(Side side, Field<?> field) {
        var dialect = subject.dialect(side);
        PartKind part = subject.part().kind();
        String resource = dialect.resourceOf(subject.kind(), part, field);
        return !resource.isEmpty() && !dialect.mayAdd(subject.kind(), part, resource)
            && subject.held(side).fields().stream().noneMatch(other ->
                dialect.resourceOf(subject.kind(), part, other).equals(resource) && subject.held(side, other).isFilled());
    }

    private Reason named(ReasonCode code, Side side, Field<?> field) {
        return new Reason(code, subject.name(field), Map.of("system", subject.dialect(side).label()));
    }
}
