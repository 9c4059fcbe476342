package nl.koppelwerk.sandbox.tribe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.koppelwerk.sandbox.Bucket;

/** The records of one concrete set, findable by reference, by {@code ImportId} and in the order of their last change. */
final class TribeTable {

    static final List<String> INDEXED = List.of("ImportId", "Relation/ID", "Organization/ID", "Person/ID");

    private record Place(String stamp, String id) {
        static final Comparator<Place> ORDER = Comparator.comparing(Place::stamp).thenComparing(Place::id);
    }

    private final EntityType type;
    private final Bucket bucket;
    private final Map<String, Set<String>> references = new HashMap<>();
    private final NavigableSet<Place> byStamp = new TreeSet<>(Place.ORDER);
    private final NavigableSet<String> byId = new TreeSet<>();

    TribeTable(EntityType type, Bucket bucket) {
        this.type = type;
        this.bucket = bucket;
        bucket.forEach(this::index);
    }

    EntityType type() {
        return type;
    }

    Optional<ObjectNode> find(String id) {
        return bucket.get(id);
    }

    boolean has(String id) {
        return bucket.has(id);
    }

    Collection<String> ids() {
        return bucket.ids();
    }

    void put(ObjectNode record) {
        var id = record.get("ID").textValue();
        bucket.get(id).ifPresent(old -> forget(id, old, record));
        bucket.put(id, record);
        index(id, record);
    }

    void remove(String id) {
        bucket.get(id).ifPresent(old -> forget(id, old, null));
        byId.remove(id);
        bucket.remove(id);
    }

    void clear() {
        bucket.clear();
        references.clear();
        byStamp.clear();
        byId.clear();
    }

    /** The ids whose indexed path holds a value. */
    Collection<String> referring(String path, String value) {
        return references.getOrDefault(path + "=" + value, Set.of());
    }

    /** The ids by last change or by id, from a lower bound on; the bound itself is inside. */
    Stream<String> ordered(String path, String from, boolean descending) {
        if (path.equals("ID")) {
            var ids = from == null ? byId : byId.tailSet(from, true);
            return (descending ? ids.descendingSet() : ids).stream();
        }
        var places = from == null ? byStamp : byStamp.tailSet(new Place(from, ""), true);
        return (descending ? places.descendingSet() : places).stream().map(Place::id);
    }

    private void index(String id, ObjectNode record) {
        byId.add(id);
        byStamp.add(new Place(stamp(record), id));
        for (var path : INDEXED) {
            key(path, record).ifPresent(key -> references.computeIfAbsent(key, made -> new LinkedHashSet<>(2)).add(id));
        }
    }

    private void forget(String id, ObjectNode old, ObjectNode now) {
        byStamp.remove(new Place(stamp(old), id));
        for (var path : INDEXED) {
            var before = key(path, old);
            if (before.isPresent() && (now == null || !before.equals(key(path, now)))) {
                references.get(before.get()).remove(id);
            }
        }
    }

    private static Optional<String> key(String path, ObjectNode record) {
        var node = path.endsWith("/ID") ? record.path(path.substring(0, path.length() - 3)).path("ID") : record.path(path);
        return node.isTextual() ? Optional.of(path + "=" + node.textValue()) : Optional.empty();
    }

    private static String stamp(ObjectNode record) {
        return record.path("LastMutationDate").asText("");
    }
}
