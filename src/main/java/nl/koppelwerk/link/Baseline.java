package nl.koppelwerk.link;

import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** What one side held, in its own form, when the two last agreed; part by part. Immutable. */
public record Baseline(Map<PartKey, Values> parts) {

    public static final Baseline NONE = new Baseline(Map.of());

    public Baseline {
        parts = java.util.Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    public Values of(PartKey part) { return parts.getOrDefault(part, Values.NONE); }

    public Value<?> of(PartKey part, Field<?> field) { return of(part).get(field); }

    /** Nothing was agreed about that part. */
    public Baseline without(PartKey part) {
        var copy = new TreeMap<>(parts);
        copy.remove(part);
        return new Baseline(copy);
    }

    public Baseline with(PartKey part, Field<?> field, Value<?> value) {
        var copy = new TreeMap<>(parts);
        copy.put(part, of(part).with(field, value));
        return new Baseline(copy);
    }
}
