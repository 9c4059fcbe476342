package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.systems.Call;
import nl.koppelwerk.systems.Query;

/**
 * Where an update goes, and by which road.
 *
 * @param path of REST; for the customers API the number
 */
record EconomicTarget(RecordMapping table, EconomicRoad road, String path, PartKind kind) {

    /** What REST shows and does not take. */
    private static final List<String> READ_ONLY = List.of("balance", "dueAmount", "lastUpdated", "contacts", "deliveryLocations", "templates",
        "totals", "invoices", "metaData", "self", "deleted", "sortKey");

    static EconomicTarget of(Step.Write write, EconomicRoad roadOfCustomers) {
        var kind = write.part().kind();
        var road = kind == PartKind.CONTACT ? EconomicRoad.REST : roadOfCustomers;
        var path = kind == PartKind.CONTACT ? EconomicCalls.contact(write.root(), ContactId.number(write.partId()))
            : road == EconomicRoad.REST ? EconomicCalls.customer(write.root()) : write.root();
        return new EconomicTarget(EconomicTables.toChange(kind, road), road, path, kind);
    }

    Call look(EconomicCalls calls) {
        return road == EconomicRoad.REST ? calls.get(path, Query.NONE) : calls.customersApi("Customers/" + path, Query.NONE);
    }

    Call send(EconomicCalls calls, byte[] body) {
        return road == EconomicRoad.REST ? calls.send("PUT", path, body) : calls.changeByCustomersApi(path, body);
    }

    ObjectNode sendable(ObjectNode record) {
        if (road == EconomicRoad.REST) record.remove(READ_ONLY);
        return record;
    }

    /** A customer without a version: as little time as can be between the last look and the write. */
    boolean looksTwice() { return road == EconomicRoad.REST && kind == PartKind.ROOT; }

    boolean echoes() { return road == EconomicRoad.REST; }
}
