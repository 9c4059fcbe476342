package nl.koppelwerk.link;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.Value;

/**
 * A system with what the settings of a link say in its place: it can say that too, although no record of its own does.
 *
 * @param given fields of a root that the settings fill
 */
record Supplied(Dialect plain, Set<Field<?>> given) implements Dialect {

    private boolean isGiven(PartKind part, Field<?> field) { return part == PartKind.ROOT && given.contains(field); }

    @Override public boolean knows(Kind root, PartKind part, Field<?> field) { return isGiven(part, field) || plain.knows(root, part, field); }

    @Override public Value<?> form(Kind root, PartKind part, Field<?> field, Value<?> value) {
        return isGiven(part, field) && !plain.knows(root, part, field) ? value : plain.form(root, part, field, value);
    }

    @Override public String system() { return plain.system(); }

    @Override public String label() { return plain.label(); }

    @Override public String resourceOf(Kind root, PartKind part, Field<?> field) { return plain.resourceOf(root, part, field); }

    @Override public List<List<Field<?>>> groups(Kind root, PartKind part) { return plain.groups(root, part); }

    @Override public List<Reason> problems(Kind root, PartKind part, Field<?> field, Value<?> value) { return plain.problems(root, part, field, value); }

    @Override public Set<Field<?>> required(Kind root, PartKind part) { return plain.required(root, part); }

    @Override public boolean mayAdd(Kind root, PartKind part, String resource) { return plain.mayAdd(root, part, resource); }

    @Override public boolean checksVersions() { return plain.checksVersions(); }

    @Override public Doubt doubt() { return plain.doubt(); }

    @Override public Duration keyLife() { return plain.keyLife(); }

    @Override public Duration visibilityDelay() { return plain.visibilityDelay(); }
}
