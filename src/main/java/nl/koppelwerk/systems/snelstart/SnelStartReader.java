package nl.koppelwerk.systems.snelstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.mapping.Reading;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;

/** Reads relaties and kostenplaatsen out of what the API answers; each is whole, since neither has parts. */
public final class SnelStartReader {

    private SnelStartReader() { }

    /** @param references the countries of the administration; an address in a country that is none of them says nothing */
    public static RootReading relatie(JsonNode wire, References references) { return root(SnelStartResource.RELATIES, wire, references); }

    public static RootReading kostenplaats(JsonNode wire) { return root(SnelStartResource.KOSTENPLAATSEN, wire, References.NONE); }

    static RootReading root(SnelStartResource resource, JsonNode wire, References references) {
        boolean isRelatie = resource == SnelStartResource.RELATIES;
        var read = read(isRelatie ? SnelStartTables.RELATIE : SnelStartTables.KOSTENPLAATS, wire, references);
        var id = SnelStartId.of(resource, read.id()).orElseThrow(() -> new Unreadable(resource.name(), "/id", "a guid"));
        var marks = wire.path("nonactief").asBoolean(false) ? Set.of(Mark.ARCHIVED) : Set.<Mark>of();
        var relation = new Relation(isRelatie ? Kind.ORGANISATION : Kind.COST_CENTRE, read.values(), List.of(), marks, Map.of(),
            read.values().get(Fields.NUMBER).text(), Set.of(PartKind.CONTACT, PartKind.ROLE));
        return new RootReading(id.root(), relation, "", read.modified());
    }

    /** @throws Unreadable for another shape than the table's */
    static Reading read(RecordMapping table, JsonNode wire, References references) {
        if (!(wire instanceof ObjectNode record)) return table.read(wire);
        var expanded = record.deepCopy();
        for (var address : List.of(SnelStartTables.VISIT, SnelStartTables.POSTAL))
            if (expanded.path(address).path("land") instanceof ObjectNode land) name(land, references);
        return table.read(expanded);
    }

    private static void name(ObjectNode land, References references) {
        var id = land.path("id").asText("");
        references.lists().getOrDefault(SnelStartTables.LANDEN, Map.of()).entrySet().stream().filter(entry -> entry.getValue().equalsIgnoreCase(id))
            .findFirst().ifPresent(entry -> land.put(SnelStartTables.CODE, entry.getKey()));
    }
}
