package nl.koppelwerk.sandbox.snelstart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.koppelwerk.sandbox.Bucket;

/** The relations of the administration in the order in which they were made, and who has which code. */
final class SnRelaties {

    private static final int FIRST_CODE = 10_001;

    private final Bucket bucket;
    private final Map<String, SnRow> rows = new LinkedHashMap<>();
    private final TreeMap<Integer, String> codes = new TreeMap<>();

    SnRelaties(Bucket bucket) {
        this.bucket = bucket;
        bucket.forEach((id, relatie) -> index(relatie));
    }

    Collection<SnRow> rows() {
        return rows.values();
    }

    Optional<ObjectNode> find(String id) {
        return bucket.get(id.toLowerCase());
    }

    void put(ObjectNode relatie) {
        bucket.put(relatie.get("id").textValue(), relatie);
        index(relatie);
    }

    void remove(String id) {
        bucket.remove(id);
        Optional.ofNullable(rows.remove(id)).ifPresent(row -> codes.remove(row.code(), id));
    }

    void clear() {
        bucket.clear();
        rows.clear();
        codes.clear();
    }

    /** Whether a code belongs to another relation, active or not. */
    boolean isTaken(int code, String id) {
        return codes.containsKey(code) && !codes.get(code).equals(id);
    }

    int nextCode() {
        return codes.isEmpty() ? FIRST_CODE : Math.max(FIRST_CODE, codes.lastKey() + 1);
    }

    /** Whether the invoices of another go there. */
    boolean isInvoicedFor(String id) {
        return rows.values().stream().anyMatch(row -> id.equals(row.invoicedTo()) && !row.inactive());
    }

    private void index(ObjectNode relatie) {
        var row = SnRow.of(relatie);
        var before = rows.put(row.id(), row);
        if (before != null) {
            codes.remove(before.code(), before.id());
        }
        codes.put(row.code(), row.id());
    }
}
