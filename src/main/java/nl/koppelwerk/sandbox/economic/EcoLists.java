package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Journal;

/** What customers refer to, list by list: groups, payment terms, VAT zones, currencies and layouts. */
final class EcoLists {

    /** The lists by path, with the property that is their key. */
    static final Map<String, String> KEYS = keys();

    private final Map<String, Bucket> lists = new LinkedHashMap<>();

    EcoLists(Journal journal) {
        KEYS.keySet().forEach(path -> lists.put(path, journal.bucket("economic/" + path)));
    }

    boolean has(String path, String key) {
        return lists.get(path).has(key);
    }

    Optional<ObjectNode> find(String path, String key) {
        return lists.get(path).get(key);
    }

    List<ObjectNode> all(String path) {
        var all = new ArrayList<ObjectNode>();
        lists.get(path).forEach((key, item) -> all.add(item));
        return all;
    }

    void put(String path, ObjectNode item) {
        lists.get(path).put(item.get(KEYS.get(path)).asText(), item);
    }

    void remove(String path, String key) {
        lists.get(path).remove(key);
    }

    void clear() {
        lists.values().forEach(Bucket::clear);
    }

    private static Map<String, String> keys() {
        var keys = new LinkedHashMap<String, String>();
        keys.put("customer-groups", "customerGroupNumber");
        keys.put("payment-terms", "paymentTermsNumber");
        keys.put("vat-zones", "vatZoneNumber");
        keys.put("currencies", "code");
        keys.put("layouts", "layoutNumber");
        return keys;
    }
}
