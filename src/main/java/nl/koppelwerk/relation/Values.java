package nl.koppelwerk.relation;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

import static java.util.Comparator.comparing;

/** Fields with what one side says of them; a field that is not named is absent. Immutable, ordered by name. */
public final class Values {

    public static final Values NONE = new Values(new TreeMap<>(comparing((Field<?> f) -> f.name())));

    private final TreeMap<Field<?>, Value<?>> byField;

    private Values(TreeMap<Field<?>, Value<?>> byField) { this.byField = byField; }

    @SuppressWarnings("unchecked")
    public <T> Value<T> get(Field<T> field) {
        return (Value<T>) byField.getOrDefault(field, Value.absent());
    }

    /** The same with one field set; setting a field to absent takes it out. */
    public Values with(Field<?> field, Value<?> value) {
        var copy = new TreeMap<>(byField);
        if (value.isAbsent()) copy.remove(field);
        else copy.put(field, value);
        return new Values(copy);
    }

    public <T> Values with(Field<T> field, String raw) { return with(field, field.type().parse(raw)); }

    /** These, with those of {@code newer} over them. */
    public Values with(Values newer) {
        var copy = new TreeMap<>(byField);
        copy.putAll(newer.byField);
        return new Values(copy);
    }

    public Values only(BiPredicate<Field<?>, Value<?>> wanted) {
        var copy = new TreeMap<>(byField);
        copy.entrySet().removeIf(entry -> !wanted.test(entry.getKey(), entry.getValue()));
        return new Values(copy);
    }

    public Set<Field<?>> fields() { return Collections.unmodifiableSet(byField.keySet()); }

    public Map<Field<?>, Value<?>> asMap() { return Collections.unmodifiableMap(byField); }

    public boolean isNone() { return byField.isEmpty(); }

    @Override public boolean equals(Object other) { return other instanceof Values v && v.byField.equals(byField); }

    @Override public int hashCode() { return byField.hashCode(); }

    @Override public String toString() { return byField.toString(); }
}
