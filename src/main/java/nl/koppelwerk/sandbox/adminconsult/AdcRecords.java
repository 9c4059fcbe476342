package nl.koppelwerk.sandbox.adminconsult;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.sandbox.Bucket;
import nl.koppelwerk.sandbox.Ground;
import nl.koppelwerk.sandbox.Json;

/** What the office keeps: customers with their addresses and the names of their taskflows, links between customers, and taskflows. */
final class AdcRecords {

    static final String PARTNER = "Partner";
    static final String CONTACT = "Contact";

    private final Bucket customers;
    private final Bucket links;
    private final Bucket taskflows;

    AdcRecords(Ground ground, String system) {
        customers = ground.journal().bucket(system + "/customers");
        links = ground.journal().bucket(system + "/links");
        taskflows = ground.journal().bucket(system + "/taskflows");
    }

    void clear() {
        customers.clear();
        links.clear();
        taskflows.clear();
    }

    Optional<ObjectNode> customer(String id) {
        return customers.get(id);
    }

    void put(ObjectNode customer) {
        customers.put(customer.get("CustomerId").asText(), customer);
    }

    void remove(String id) {
        customers.remove(id);
        links().stream().filter(link -> touches(link, id)).forEach(link -> links.remove(link.get("CustomerLinkCustomerId").asText()));
    }

    /** Those that alone can fit where the filter names them, else all, one after the other. */
    Stream<ObjectNode> customers(AdcFilter filter) {
        var ids = filter.customers().map(wanted -> customers.ids().stream().filter(wanted::contains).toList()).orElseGet(() -> List.copyOf(customers.ids()));
        return ids.stream().map(id -> customers.get(id).orElseThrow());
    }

    long newCustomerId() {
        return Math.max(100_000, customers.ids().stream().mapToLong(Long::parseLong).max().orElse(0)) + 1;
    }

    List<ObjectNode> links() {
        return all(links);
    }

    /** Who belongs to whom is told once, by a link from one of the two to the other. */
    void link(String kind, long from, long to) {
        var id = links.size() + 1L;
        while (links.has(String.valueOf(id))) {
            id++;
        }
        links.put(String.valueOf(id), Json.object().put("CustomerLinkCustomerId", id).put("CustomerIdPk", from).put("CustomerIdFk", to).put("Relationship", kind));
    }

    /** Of each of a couple the other one. */
    Map<Long, Long> partners() {
        var partners = new HashMap<Long, Long>();
        links().stream().filter(link -> link.get("Relationship").textValue().equals(PARTNER)).forEach(link -> {
            partners.put(link.get("CustomerIdPk").longValue(), link.get("CustomerIdFk").longValue());
            partners.put(link.get("CustomerIdFk").longValue(), link.get("CustomerIdPk").longValue());
        });
        return partners;
    }

    void partOf(String id) {
        links().stream().filter(link -> link.get("Relationship").textValue().equals(PARTNER) && touches(link, id))
                .forEach(link -> links.remove(link.get("CustomerLinkCustomerId").asText()));
    }

    List<ObjectNode> taskflows() {
        return all(taskflows);
    }

    void taskflow(long id, String name, boolean active) {
        taskflows.put(String.valueOf(id), Json.object().put("TaskId", id).put("TaskName", name).put("TaskActive", active));
    }

    private static boolean touches(ObjectNode link, String id) {
        return link.get("CustomerIdPk").asText().equals(id) || link.get("CustomerIdFk").asText().equals(id);
    }

    private static List<ObjectNode> all(Bucket bucket) {
        var found = new ArrayList<ObjectNode>();
        bucket.forEach((id, row) -> found.add(row));
        return found;
    }
}
