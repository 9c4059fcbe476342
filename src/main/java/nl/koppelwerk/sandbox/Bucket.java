package nl.koppelwerk.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Records of one sort by id, in order of insertion; every change is in the journal before the call that made it is answered. */
public final class Bucket {

    private final String name;
    private final Journal journal;
    /** As bytes: 50,000 relations as trees would need most of a gigabyte, and a read hands out a copy by nature. */
    private final Map<String, byte[]> records = new LinkedHashMap<>();

    Bucket(String name, Journal journal) {
        this.name = name;
        this.journal = journal;
    }

    public Optional<ObjectNode> get(String id) {
        return Optional.ofNullable(records.get(id)).map(bytes -> (ObjectNode) Json.read(bytes));
    }

    public boolean has(String id) {
        return records.containsKey(id);
    }

    public void put(String id, ObjectNode record) {
        var bytes = Json.bytes(record);
        records.put(id, bytes);
        journal.put(name, id, bytes);
    }

    public void remove(String id) {
        if (records.remove(id) != null) {
            journal.remove(name, id);
        }
    }

    public void clear() {
        records.clear();
        journal.clear(name);
    }

    public Collection<String> ids() {
        return records.keySet();
    }

    public int size() {
        return records.size();
    }

    public void forEach(BiConsumer<String, ObjectNode> action) {
        records.forEach((id, bytes) -> action.accept(id, (ObjectNode) Json.read(bytes)));
    }

    String name() {
        return name;
    }

    Map<String, byte[]> raw() {
        return records;
    }
}
