package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.reconcile.Plan.Shown;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** One relation of an import, field by field, as it is shown before anything is written (IM-13 to IM-15). */
final class ImportFields {

    private final Rules rules;
    private final Kind kind;
    private final Values source;
    private final Values target;
    private final String record;
    private final Optional<Past.Before> before;

    /** @param seen null where the target has no such record */
    ImportFields(Rules rules, Sighting source, Sighting seen, Optional<Past.Before> before) {
        this.rules = rules;
        this.kind = rules.view(Side.SOURCE, Pair.FACET, source.relation()).kind();
        this.source = values(rules, source);
        this.target = seen == null ? Values.NONE : values(rules, seen);
        this.record = seen == null ? "" : seen.root();
        this.before = before;
    }

    private static Values values(Rules rules, Sighting seen) { return rules.view(seen.side(), Pair.FACET, seen.relation()).values(); }

    Shown shown() { return new Shown(compared(source), compared(target)); }

    private Values compared(Values values) { return values.only((field, value) -> !value.isAbsent() && rules.rule(PartKind.ROOT, field).compares()); }

    /** What differs and both can say. */
    List<Planned> differing() {
        return source.fields().stream().<Field<?>>filter(field -> isCommon(field) && !isEqual(field)).map(field -> planned(field, kept(field))).toList();
    }

    private boolean isCommon(Field<?> field) {
        return Stream.of(Side.values()).allMatch(side -> rules.dialect(side).knows(kind, PartKind.ROOT, field))
            && !source.get(field).isAbsent() && !target.get(field).isAbsent() && rules.rule(PartKind.ROOT, field).compares();
    }

    private boolean isEqual(Field<?> field) {
        return form(Side.TARGET, field, source.get(field)).equals(target.get(field)) || form(Side.SOURCE, field, target.get(field)).equals(source.get(field));
    }

    private Value<?> form(Side side, Field<?> field, Value<?> value) { return rules.dialect(side).form(kind, PartKind.ROOT, field, value); }

    private Optional<Reason> kept(Field<?> field) {
        if (!source.get(field).isFilled()) return Optional.of(new Reason(ReasonCode.SOURCE_EMPTY, field.name()));
        return wasLeft(field) ? Optional.of(new Reason(ReasonCode.LEFT_BEFORE, field.name())) : Optional.empty();
    }

    /** An import showed the very same difference before, and whoever applied it left the field as it was. */
    private boolean wasLeft(Field<?> field) {
        return before.filter(then -> !then.chosen().contains(field.name())).stream().flatMap(then -> then.plan().fields().stream())
            .anyMatch(then -> then.field().equals(field) && then.held().equals(target.get(field)) && then.other().equals(source.get(field)));
    }

    /** What a new record would hold. */
    List<Planned> made() {
        var fit = new Fit(rules, Side.TARGET, kind);
        return source.fields().stream().<Field<?>>filter(field -> fit.goesAlong(PartKind.ROOT, field, source.get(field)) && source.get(field).isFilled())
            .map(field -> planned(field, Optional.empty())).toList();
    }

    private Planned planned(Field<?> field, Optional<Reason> kept) {
        return new Planned(Side.TARGET, record, PartKey.ROOT, field, target.get(field), source.get(field), form(Side.TARGET, field, source.get(field)), kept);
    }
}
