package nl.koppelwerk.systems.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.mapping.Reading;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/** Reads a whole root of Tribe out of the records that make it up; a list that was not asked for is given as empty. */
public final class TribeReader {

    private TribeReader() { }

    /**
     * @param contacts the contact relationships with {@code Person}, its {@code Gender}, and {@code Role} expanded
     * @param roles    the role relationships, with their {@code _Type}
     */
    public static RootReading organisation(JsonNode organisation, Optional<List<JsonNode>> contacts, Optional<List<JsonNode>> roles) {
        return root(Kind.ORGANISATION, organisation, contacts, roles);
    }

    /** Tribe has no contact persons of a private person. */
    public static RootReading person(JsonNode person, Optional<List<JsonNode>> roles) {
        return root(Kind.PERSON, person, Optional.of(List.of()), roles);
    }

    private static RootReading root(Kind kind, JsonNode wire, Optional<List<JsonNode>> contacts, Optional<List<JsonNode>> roles) {
        var record = read(TribeTables.table(kind, PartKind.ROOT).orElseThrow(), wire);
        var parts = new ArrayList<Part>();
        contacts.orElse(List.of()).forEach(contact -> parts.add(contact(contact)));
        parts.addAll(roles(roles.orElse(List.of())));
        var relation = new Relation(kind, record.values(), parts, Set.of(), record.handles(), record.reference(), seen(contacts, roles));
        return new RootReading(record.id(), relation, record.version(), record.modified());
    }

    /** One contact relationship as a part of its organisation. */
    public static Part contact(JsonNode relationship) {
        var read = read(TribeTables.CONTACT, relationship);
        return new Part(PartKind.CONTACT, read.id(), read.values(), read.handles(), read.reference());
    }

    /** A second relationship of the same role is the same part, with one record more that stands for it. */
    private static Collection<Part> roles(List<JsonNode> records) {
        var byName = new LinkedHashMap<String, Map<String, String>>();
        for (var record : records) {
            var wire = WireCase.vendors(record);
            var handles = byName.computeIfAbsent(roleName(wire), name -> new LinkedHashMap<>());
            handles.put(handles.isEmpty() ? "" : wire.path("ID").asText(), wire.path("ID").asText());
        }
        return byName.entrySet().stream().map(role -> new Part(PartKind.ROLE, role.getKey(), Values.NONE, role.getValue(), "")).toList();
    }

    /** {@code Relationship.Organization.CommercialRelationship.Customer} is the role Customer. */
    private static String roleName(JsonNode record) {
        var type = record.path("_Type").asText("");
        if (type.isBlank()) throw new Unreadable("Relationship", "/_Type", "the name of a type");
        if (record.path("ID").asText("").isBlank()) throw new Unreadable("Relationship", "/ID", "an id");
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('_')) + 1);
    }

    private static Set<PartKind> seen(Optional<List<JsonNode>> contacts, Optional<List<JsonNode>> roles) {
        var seen = EnumSet.noneOf(PartKind.class);
        if (contacts.isPresent()) seen.add(PartKind.CONTACT);
        if (roles.isPresent()) seen.add(PartKind.ROLE);
        return seen;
    }

    private static Reading read(RecordMapping table, JsonNode wire) { return table.read(WireCase.vendors(wire)); }
}
