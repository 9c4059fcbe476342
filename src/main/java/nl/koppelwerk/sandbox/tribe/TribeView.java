package nl.koppelwerk.sandbox.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import nl.koppelwerk.sandbox.Json;
import nl.koppelwerk.sandbox.Reformat;
import nl.koppelwerk.sandbox.SwitchPanel;

/** A kept record as it looks on the wire: the selected fields, the expanded navigations, and what the switches make of them. */
final class TribeView {

    private static final Map<String, String> ENGLISH = Map.of("Man", "Male", "Vrouw", "Female");

    private final TribeRecords records;
    private final SwitchPanel switches;

    TribeView(TribeRecords records, SwitchPanel switches) {
        this.records = records;
        this.switches = switches;
    }

    ObjectNode record(EntityType type, ObjectNode kept, Expand shape) {
        var wire = plain(type, kept, shape);
        if (switches.on("unknown-fields")) {
            wire.put("ProfileColor", "blue").putObject("_Layout").put("Width", 2);
        }
        var dressed = switches.on("reformat") ? Reformat.all(wire) : wire;
        return switches.is("field-case", "camel-on-read") ? (ObjectNode) camel(dressed) : dressed;
    }

    /** Whether a field exists at all under the switches of the moment. */
    boolean shows(String name) {
        return switch (name) {
            case "ChamberOfCommerceNumber" -> switches.is("kvk-link", "on");
            case "ImportId" -> switches.is("import-id", "works");
            case TribeSchema.FUNCTION_FIELD -> switches.is("function-field", "text-custom-field");
            case "Role" -> switches.is("function-field", "Role-reference");
            default -> true;
        };
    }

    private ObjectNode plain(EntityType type, ObjectNode kept, Expand shape) {
        var wire = Json.object();
        wire.set("ID", kept.get("ID"));
        wire.put("_Type", type.type());
        if (type.set().startsWith("Relation_")) {
            wire.put("_Name", name(type, kept));
        }
        for (var field : type.fields().keySet()) {
            if ((shape.select().isEmpty() || shape.select().contains(field)) && shows(field)) {
                wire.set(field, kept.get(field));
            }
        }
        if (wire.has("Name") && type.fields().containsKey("Name")) {
            wire.put("Name", name(type, kept));
        }
        shape.navigations().forEach((name, inner) -> wire.set(name, expanded(type, kept, name, inner)));
        return wire;
    }

    private JsonNode expanded(EntityType type, ObjectNode kept, String name, Expand inner) {
        if (name.equals("Addresses")) {
            return addresses(kept.get("ID").textValue(), inner);
        }
        var id = kept.path(name).path("ID").asText("");
        var hidden = !shows(name) || type.set().equals(TribeSchema.PERSON) && name.equals("Address") && switches.is("person-address", "Address-with-AddressType");
        return hidden || id.isEmpty() ? Json.object().nullNode()
                : records.holder(id).<JsonNode>map(table -> plain(table.type(), table.find(id).orElseThrow(), inner)).orElseGet(Json.object()::nullNode);
    }

    private ArrayNode addresses(String owner, Expand inner) {
        var all = Json.array();
        var table = records.table(TribeSchema.ADDRESS);
        table.referring("Organization/ID", owner).forEach(id -> all.add(plain(table.type(), table.find(id).orElseThrow(), inner)));
        return all;
    }

    /** Real data was seen to begin a person's name with blank lines. */
    private String name(EntityType type, ObjectNode kept) {
        var name = kept.path("Name").asText("");
        if (type.set().equals("Datastore_Gender") && switches.is("gender-values", "Male/Female")) {
            return ENGLISH.getOrDefault(name, "Unknown");
        }
        var blank = type.set().equals(TribeSchema.PERSON) && switches.is("dirty-names", "on") && kept.get("ID").textValue().charAt(0) < '8';
        return blank ? "\n\n" + name : name;
    }

    private static JsonNode camel(JsonNode node) {
        if (node instanceof ArrayNode array) {
            var all = Json.array();
            array.forEach(element -> all.add(camel(element)));
            return all;
        }
        if (!(node instanceof ObjectNode)) {
            return node;
        }
        var renamed = Json.object();
        node.fields().forEachRemaining(member -> renamed.set(camel(member.getKey()), camel(member.getValue())));
        return renamed;
    }

    /** VATNumber becomes vatNumber, ID id, BirthDate birthDate; what begins with a sign stays. */
    static String camel(String name) {
        var capitals = 0;
        while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
            capitals++;
        }
        var lower = capitals > 1 && capitals < name.length() ? capitals - 1 : capitals;
        return name.substring(0, lower).toLowerCase() + name.substring(lower);
    }
}
