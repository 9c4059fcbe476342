package nl.koppelwerk.systems.adminpulse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Rijksregisternummer;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** Reads a relation, with what its tasks and its partner tell of it. */
final class AdminPulseReader {

    /** Where the stand-in keeps what nobody has seen; it is read as if it stood beside the rest. */
    private static final String ASSUMED = "_assumed";
    private static final int PARTNER = 5;

    private final AdminPulseTables tables;

    AdminPulseReader(AdminPulseTables tables) { this.tables = tables; }

    /**
     * @param isWhole all was told that a read of it would tell
     * @throws Unreadable where it has no id, is of no known type, or has another shape
     */
    RootReading relation(JsonNode wire, Codes taskflows, Value<Rijksregisternummer> partner, boolean isWhole) {
        var flat = flat(wire);
        var kind = kind(flat);
        var record = tables.of(kind).read(flat);
        var told = record.values().with(Fields.RELATION_TYPES, Codes.TYPE.of(taskflows));
        var values = kind == Kind.PERSON ? firstName(told, flat).with(Fields.PARTNER_RIJKSREGISTERNUMMER, partner) : told;
        return new RootReading(record.id(), new Relation(kind, values, List.of(), marks(flat), uuid(wire), "", partsSeen(isWhole)), "", record.modified());
    }

    static String id(JsonNode wire) { return wire.path(AdminPulseTables.ID).asText(""); }

    /** A hint may name this one: it leads to the root as the id of a part does. */
    private static Map<String, String> uuid(JsonNode wire) {
        var uuid = wire.path("id").asText("");
        return uuid.isEmpty() ? Map.of() : Map.of("id", uuid);
    }

    /** Of several partners the first, in the order of the answer; empty where there is none. */
    static String partner(JsonNode wire) {
        for (var link : wire.path("tos"))
            if (link.path("linkType").asInt() == PARTNER) return link.path(AdminPulseTables.ID).asText("");
        return "";
    }

    /** @throws Unreadable where it is no relation */
    Value<Rijksregisternummer> nationalNumber(JsonNode wire) { return tables.of(Kind.PERSON).read(flat(wire)).values().get(Fields.RIJKSREGISTERNUMMER); }

    private static JsonNode flat(JsonNode wire) {
        if (!(wire.path(ASSUMED) instanceof ObjectNode assumed)) return wire;
        return ((ObjectNode) wire.deepCopy()).setAll(assumed);
    }

    private static Kind kind(JsonNode flat) {
        return switch (flat.path(AdminPulseNames.TYPE).asText("").strip().toUpperCase(Locale.ROOT)) {
            case "PERSON", "PERSOON", "EENMANSZAAK", "SOLE_PROPRIETOR" -> Kind.PERSON;
            case "COMPANY", "BEDRIJF" -> Kind.ORGANISATION;
            default -> throw new Unreadable("relation", "/" + AdminPulseNames.TYPE, "Persoon, Bedrijf or Eenmanszaak");
        };
    }

    /** Where no member says it, it is what the name that is shown has more than the last name. */
    private static Values firstName(Values values, JsonNode flat) {
        var last = flat.path("name").asText("").strip();
        var shown = flat.path("displayName").asText("").strip();
        if (values.get(Fields.FIRST_NAMES).isFilled() || last.isEmpty()) return values;
        if (shown.startsWith(last + " ")) return values.with(Fields.FIRST_NAMES, shown.substring(last.length()));
        return shown.endsWith(" " + last) ? values.with(Fields.FIRST_NAMES, shown.substring(0, shown.length() - last.length())) : values;
    }

    private Set<Mark> marks(JsonNode flat) { return flat.path(tables.names().inactive).asBoolean() ? Set.of(Mark.ARCHIVED) : Set.of(); }

    /** It has no parts, so none is left out; what could not be asked now is told by a read of its own. */
    private static Set<PartKind> partsSeen(boolean isWhole) { return isWhole ? EnumSet.of(PartKind.CONTACT, PartKind.ROLE) : EnumSet.of(PartKind.ROLE); }
}
