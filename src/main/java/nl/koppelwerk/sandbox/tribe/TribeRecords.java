package nl.koppelwerk.sandbox.tribe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.sandbox.Journal;

/** All records of the organisation; an id is unique over all sets. */
final class TribeRecords {

    private final TribeSchema schema;
    private final Map<String, TribeTable> tables = new LinkedHashMap<>();

    TribeRecords(TribeSchema schema, Journal journal) {
        this.schema = schema;
        schema.all().forEach(type -> tables.put(type.set(), new TribeTable(type, journal.bucket("tribe/" + type.set()))));
    }

    TribeSchema schema() {
        return schema;
    }

    TribeTable table(String set) {
        return tables.get(set);
    }

    /** The tables behind a set, abstract or not; none for an unknown name. */
    List<TribeTable> tables(String set) {
        return schema.concrete(set).stream().map(type -> tables.get(type.set())).toList();
    }

    Optional<TribeTable> holder(String id) {
        return tables.values().stream().filter(table -> table.has(id)).findFirst();
    }

    Optional<ObjectNode> find(String id) {
        return holder(id).flatMap(table -> table.find(id));
    }

    void clear() {
        tables.values().forEach(TribeTable::clear);
    }
}
