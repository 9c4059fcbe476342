package nl.koppelwerk.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.link.Pair;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Partners;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** Both records of a pair, subject by subject: all that the link keeps the same, by the law of the merge. It knows no baseline. */
final class SideBySide {

    private final Rules rules;
    private final Pair pair;
    private final Relation source;
    private final Relation target;
    private final List<Line> lines = new ArrayList<>();

    /** What both sides hold of one subject; a part that one side does not have stands as a whole. */
    record Line(String subject, Value<?> source, Value<?> target, boolean isEqual) {}

    private SideBySide(Rules rules, Pair pair, Relation source, Relation target) {
        this.rules = rules;
        this.pair = pair;
        this.source = rules.view(Side.SOURCE, pair.facet(), source);
        this.target = rules.view(Side.TARGET, pair.facet(), target);
    }

    static List<Line> of(Rules rules, Pair pair, Relation source, Relation target) {
        var both = new SideBySide(rules, pair, source, target);
        both.compare();
        return List.copyOf(both.lines);
    }

    private void compare() {
        if (source.kind() != target.kind()) {
            lines.add(new Line("", text(source.kind().name()), text(target.kind().name()), false));
            return;
        }
        values(PartKey.ROOT, source.values(), target.values());
        pair.partners().stream().sorted(java.util.Comparator.comparing(Partners::key)).forEach(this::partners);
        alone(Side.SOURCE, source, target);
        alone(Side.TARGET, target, source);
    }

    private void values(PartKey part, Values atSource, Values atTarget) {
        Set<Field<?>> fields = new LinkedHashSet<>(atSource.fields());
        fields.addAll(atTarget.fields());
        fields.stream().filter(field -> isKept(part.kind(), field)).sorted(java.util.Comparator.comparing(Field::name))
            .forEach(field -> value(part, field, atSource.get(field), atTarget.get(field)));
    }

    private boolean isKept(PartKind part, Field<?> field) {
        Kind kind = source.kind();
        return rules.dialect(Side.SOURCE).knows(kind, part, field) && rules.dialect(Side.TARGET).knows(kind, part, field)
            && rules.rule(part, field).compares();
    }

    /** Of what one side cannot tell nothing is claimed, unless something stands on the other. */
    private void value(PartKey part, Field<?> field, Value<?> atSource, Value<?> atTarget) {
        boolean isTold = !atSource.isAbsent() && !atTarget.isAbsent();
        if (isTold || atSource.isFilled() || atTarget.isFilled())
            lines.add(new Line(part.subject(field), atSource, atTarget, isTold && isEqual(part.kind(), field, atSource, atTarget)));
    }

    private boolean isEqual(PartKind part, Field<?> field, Value<?> atSource, Value<?> atTarget) {
        return Spelling.same(form(Side.TARGET, part, field, atSource), atTarget) || Spelling.same(form(Side.SOURCE, part, field, atTarget), atSource);
    }

    private Value<?> form(Side side, PartKind part, Field<?> field, Value<?> value) {
        return rules.dialect(side).form(source.kind(), part, field, value);
    }

    private void partners(Partners partners) {
        var key = partners.key();
        var atSource = part(source, key.kind(), partners.source());
        var atTarget = part(target, key.kind(), partners.target());
        if (atSource.isPresent() && atTarget.isPresent()) both(key, atSource.get(), atTarget.get());
        else if (atSource.isPresent()) lacks(key, Side.TARGET);
        else if (atTarget.isPresent()) lacks(key, Side.SOURCE);
    }

    private void both(PartKey key, Part atSource, Part atTarget) {
        lines.add(new Line(key.toString(), text(atSource.id()), text(atTarget.id()), true));
        values(key, atSource.values(), atTarget.values());
    }

    private void lacks(PartKey key, Side side) {
        lines.add(new Line(key.toString(), side == Side.SOURCE ? Value.empty() : text(key.key()), side == Side.TARGET ? Value.empty() : text(key.key()), false));
    }

    /** What has no partner yet: a role that both name is one, and one more in a system that bears no roles from here is its own. */
    private void alone(Side side, Relation own, Relation other) {
        for (var part : own.parts()) {
            if (pair.partners(side, part.kind(), part.id()).isPresent()) continue;
            boolean isRole = part.kind() == PartKind.ROLE;
            var twin = isRole ? part(other, part.kind(), part.id()) : alike(side, part, other);
            if (twin.isPresent() && side == Side.SOURCE) both(key(side, part), part, twin.get());
            else if (twin.isEmpty() && (!isRole || rules.bears(side.other(), PartKind.ROLE))) lacks(key(side, part), side.other());
        }
    }

    /** Two that a first meeting would join. */
    private Optional<Part> alike(Side side, Part part, Relation other) {
        return other.parts().stream().filter(candidate -> candidate.kind() == part.kind() && pair.partners(side.other(), part.kind(), candidate.id()).isEmpty())
            .filter(candidate -> rules.isSamePart(part.kind(), side == Side.SOURCE ? part.values() : candidate.values(),
                side == Side.SOURCE ? candidate.values() : part.values())).findFirst();
    }

    /** As {@link PartPairing} names it. */
    private static PartKey key(Side side, Part part) {
        return new PartKey(part.kind(), side == Side.SOURCE || part.kind().hasNaturalKey() ? part.id() : "t:" + part.id());
    }

    private static Optional<Part> part(Relation relation, PartKind kind, String id) {
        return relation.parts().stream().filter(part -> part.kind() == kind && part.id().equals(id)).findFirst();
    }

    private static Value<?> text(String text) { return new Value.Present<>(text, text); }
}
