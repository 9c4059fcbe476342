package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.Map;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** Whether what one side holds of a root can be made on the other. */
record Fit(Rules rules, Side side, Kind kind) {

    /** It is part of a record that is made there. */
    boolean goesAlong(PartKind part, Field<?> field, Value<?> value) {
        return !value.isAbsent() && dialect().knows(kind, part, field) && rules.rule(part, field).mayBear(side);
    }

    List<Reason> problems(PartKey part, Field<?> field, Value<?> value) {
        if (value instanceof Value.Invalid<?> invalid) return List.of(invalid(invalid, part.subject(field)));
        return value.isEmpty() ? List.of() : dialect().problems(kind, part.kind(), field, value);
    }

    /** What the other side holds fails its check. */
    private Reason invalid(Value.Invalid<?> held, String subject) {
        return new Reason(held.reason(), subject, Map.of("system", rules.dialect(side.other()).label(), "answer", subject));
    }

    List<Reason> missing(PartKind part, Values values) {
        return dialect().required(kind, part).stream().filter(field -> !values.get(field).isFilled())
            .map(field -> new Reason(ReasonCode.REQUIRED_MISSING, field.name(), Map.of("system", dialect().label()))).toList();
    }

    private Dialect dialect() { return rules.dialect(side); }
}
