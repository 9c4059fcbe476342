package nl.koppelwerk.systems;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.link.Dialect;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;

/** A dialect that says of each field what its field table says. */
public abstract class TableDialect implements Dialect {

    private final References references;

    protected TableDialect(References references) { this.references = references; }

    protected abstract Optional<RecordMapping> table(Kind root, PartKind part);

    @Override public boolean knows(Kind root, PartKind part, Field<?> field) {
        return table(root, part).filter(table -> table.fields().contains(field)).isPresent();
    }

    @Override public Value<?> form(Kind root, PartKind part, Field<?> field, Value<?> value) {
        return table(root, part).<Value<?>>map(table -> table.form(field, value)).orElse(Value.absent());
    }

    @Override public String resourceOf(Kind root, PartKind part, Field<?> field) {
        return table(root, part).map(table -> table.resourceOf(field)).orElse("");
    }

    @Override public List<List<Field<?>>> groups(Kind root, PartKind part) {
        return table(root, part).map(RecordMapping::groups).orElse(List.of());
    }

    @Override public List<Reason> problems(Kind root, PartKind part, Field<?> field, Value<?> value) {
        return table(root, part).map(table -> table.problems(field, value, references)).orElse(List.of())
            .stream().map(this::named).toList();
    }

    private Reason named(Reason reason) {
        var details = new java.util.HashMap<>(reason.details());
        details.putIfAbsent("system", label());
        return new Reason(reason.code(), reason.subject(), details);
    }

    @Override public Set<Field<?>> required(Kind root, PartKind part) {
        return table(root, part).map(RecordMapping::required).orElse(Set.of());
    }
}
