package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.koppelwerk.sandbox.Bucket;

/** Records by number, each with the little at hand that lists ask for, so that a list reads only what it shows. */
final class EcoTable {

    private final String key;
    private final Bucket bucket;
    private final NavigableMap<Integer, EcoRow> rows = new TreeMap<>();
    private final Map<Integer, Set<Integer>> owned = new HashMap<>();

    EcoTable(String key, Bucket bucket) {
        this.key = key;
        this.bucket = bucket;
        bucket.forEach((id, record) -> index(record));
    }

    Optional<ObjectNode> find(int number) {
        return bucket.get(String.valueOf(number));
    }

    boolean has(int number) {
        return rows.containsKey(number);
    }

    /** In the order of their numbers. */
    Collection<EcoRow> rows() {
        return rows.values();
    }

    EcoRow row(int number) {
        return rows.get(number);
    }

    /** The numbers of what belongs to a customer. */
    Set<Integer> of(int owner) {
        return owned.getOrDefault(owner, Set.of());
    }

    void put(ObjectNode record) {
        var number = record.get(key).intValue();
        forget(number);
        bucket.put(String.valueOf(number), record);
        index(record);
    }

    void remove(int number) {
        forget(number);
        bucket.remove(String.valueOf(number));
    }

    void clear() {
        bucket.clear();
        rows.clear();
        owned.clear();
    }

    int maxPlusOne() {
        return rows.isEmpty() ? 1 : rows.lastKey() + 1;
    }

    int lowestFree() {
        var free = 1;
        while (rows.containsKey(free)) {
            free++;
        }
        return free;
    }

    private void index(ObjectNode record) {
        var number = record.get(key).intValue();
        var row = new EcoRow(number, record.path("customer").intValue(), record.path("deleted").asBoolean(), record.get("lastUpdated").textValue(), () -> find(number).orElseThrow());
        rows.put(number, row);
        if (row.owner() > 0) {
            owned.computeIfAbsent(row.owner(), made -> new TreeSet<>()).add(number);
        }
    }

    private void forget(int number) {
        var row = rows.remove(number);
        if (row != null && row.owner() > 0) {
            owned.get(row.owner()).remove(number);
        }
    }
}
