package nl.koppelwerk.systems.adminconsult;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Customers of one answer, and what was read about them so far: addresses, partners, taskflows. It holds national numbers and is never printed. */
final class Surroundings {

    private final Map<String, ObjectNode> customers = new LinkedHashMap<>();
    private final Map<String, TreeMap<Long, ObjectNode>> addresses = new HashMap<>();
    private final Map<String, TreeSet<String>> partners = new HashMap<>();
    /** Of those that tell one; an empty text says that there is none. */
    private final Map<String, String> numbers = new HashMap<>();
    private Optional<Function<String, List<String>>> taskflows = Optional.empty();

    /** A row may be repeated; the later one is newer. */
    Surroundings(Collection<ObjectNode> rows) {
        rows.forEach(row -> customers.put(id(row), row));
        number(rows);
    }

    private static String id(JsonNode row) { return row.path(AdminConsultTables.ID).asText(""); }

    /** Those that have a number by which they can be asked about; the others are told as they are. */
    List<String> ids() { return customers.keySet().stream().filter(AdminConsultReader::isId).toList(); }

    List<String> people() { return ids().stream().filter(id -> !customers.get(id).path("IsCompany").asBoolean()).toList(); }

    List<String> partnersElsewhere() {
        return partners.values().stream().flatMap(TreeSet::stream).distinct().filter(id -> !customers.containsKey(id)).sorted().toList();
    }

    /** People, and partners of theirs, whose number no row told. */
    List<String> withoutNumber() {
        var all = new TreeSet<>(people());
        partners.values().forEach(all::addAll);
        return all.stream().filter(id -> !numbers.containsKey(id)).toList();
    }

    /** What a list shows blank it may only not show. */
    void number(Collection<ObjectNode> rows) {
        rows.forEach(row -> Optional.of(row.path(AdminConsultTables.NATIONAL_NUMBER).asText("").strip()).filter(text -> !text.isEmpty()).ifPresent(text -> numbers.put(id(row), text)));
    }

    void number(String id, String number) { numbers.put(id, number.strip()); }

    void addresses(List<ObjectNode> rows) {
        rows.forEach(row -> addresses.computeIfAbsent(id(row), absent -> new TreeMap<>(Comparator.naturalOrder())).put(row.path("CustomerAddressId").asLong(), row));
    }

    /** Of each link one end is asked about, and who stands at the other is the partner. */
    void partners(List<ObjectNode> links) {
        links.forEach(link -> {
            pair(link.path("CustomerIdPk").asText(""), link.path("CustomerIdFk").asText(""));
            pair(link.path("CustomerIdFk").asText(""), link.path("CustomerIdPk").asText(""));
        });
    }

    private void pair(String one, String other) {
        boolean isPerson = customers.containsKey(one) && !customers.get(one).path("IsCompany").asBoolean();
        if (isPerson && AdminConsultReader.isId(other) && !one.equals(other)) partners.computeIfAbsent(one, absent -> new TreeSet<>()).add(other);
    }

    void taskflows(Optional<Function<String, List<String>>> found) { taskflows = found; }

    /** Each customer as one record. */
    List<ObjectNode> wires() { return customers.values().stream().map(this::wire).toList(); }

    private ObjectNode wire(ObjectNode row) {
        var wire = row.deepCopy();
        var id = id(row);
        wire.set(AdminConsultTables.ADDRESSES, JsonNodeFactory.instance.objectNode()
            .<ObjectNode>set(AdminConsultTables.OFFICE, address(id, AdminConsultTables.OFFICE)).set(AdminConsultTables.POSTAL, address(id, AdminConsultTables.POSTAL)));
        taskflows.ifPresent(names -> wire.set(AdminConsultTables.TASKFLOWS, array(names.apply(id))));
        tell(wire, AdminConsultTables.NATIONAL_NUMBER, Optional.ofNullable(numbers.get(id)));
        tell(wire, AdminConsultTables.PARTNER, partner(id));
        return wire;
    }

    private static void tell(ObjectNode wire, String member, Optional<String> text) {
        wire.remove(member);
        text.ifPresent(known -> wire.put(member, known));
    }

    /** Several partners are one too many: their numbers together are none, and are shown as such. */
    private Optional<String> partner(String id) {
        var all = partners.getOrDefault(id, new TreeSet<>());
        return all.stream().allMatch(numbers::containsKey) ? Optional.of(String.join("; ", all.stream().map(numbers::get).filter(number -> !number.isEmpty()).toList())) : Optional.empty();
    }

    private JsonNode address(String customer, String flag) {
        var found = addresses.getOrDefault(customer, new TreeMap<>()).values().stream().filter(row -> row.path(flag).asBoolean()).findFirst();
        return found.<JsonNode>map(Surroundings::whole).orElse(JsonNodeFactory.instance.nullNode());
    }

    /** Where the street does not stand by itself, what is typed in one line is not lost. */
    private static ObjectNode whole(ObjectNode row) {
        var line = row.path("Street1").asText("");
        if (!row.path("StreetName").asText("").isBlank() || line.isBlank()) return row;
        return row.deepCopy().put("StreetName", line).put("HouseNr", "").put("HouseBox", "");
    }

    private static ArrayNode array(List<String> names) {
        var array = JsonNodeFactory.instance.arrayNode();
        names.forEach(array::add);
        return array;
    }
}
