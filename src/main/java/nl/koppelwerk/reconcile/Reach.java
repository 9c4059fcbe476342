package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** What one side lets the hub write into a part of a record, whatever the value was decided by; empty answers are leave. */
record Reach(Rules rules, Kind kind, PartKey part, Values held, Side side) {

    /** All of it, for a value that is in that side's own form. */
    Optional<Reason> refuses(Field<?> field, Value<?> value) {
        return againstTheWay(field).or(() -> value.isEmpty() ? leftEmpty(field) : unheld(field, value)).or(() -> addedElsewhere(field));
    }

    Optional<Reason> againstTheWay(Field<?> field) {
        return rules.rule(part.kind(), field).mayWrite(side) ? Optional.empty() : Optional.of(named(ReasonCode.ONE_WAY, field));
    }

    Optional<Reason> leftEmpty(Field<?> field) {
        return dialect().required(kind, part.kind()).contains(field) ? Optional.of(named(ReasonCode.REQUIRED_MISSING, field)) : Optional.empty();
    }

    Optional<Reason> unheld(Field<?> field, Value<?> value) {
        if (value instanceof Value.Invalid<?> invalid) return Optional.of(named(invalid.reason(), field).with("answer", part.subject(field)));
        List<Reason> problems = dialect().problems(kind, part.kind(), field, value);
        return problems.stream().findFirst().map(problem -> problem.about(part.subject(field)));
    }

    /** The wire record that would carry the field is not there, and that side does not let us add one. */
    Optional<Reason> addedElsewhere(Field<?> field) {
        String resource = dialect().resourceOf(kind, part.kind(), field);
        boolean isMissing = !resource.isEmpty() && !dialect().mayAdd(kind, part.kind(), resource)
            && held.fields().stream().noneMatch(other -> dialect().resourceOf(kind, part.kind(), other).equals(resource) && held.get(other).isFilled());
        return isMissing ? Optional.of(named(ReasonCode.BORN_ELSEWHERE, field)) : Optional.empty();
    }

    Reason named(ReasonCode code, Field<?> field) { return new Reason(code, part.subject(field), Map.of("system", dialect().label())); }

    private Dialect dialect() { return rules.dialect(side); }
}
