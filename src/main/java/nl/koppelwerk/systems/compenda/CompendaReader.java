package nl.koppelwerk.systems.compenda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.mapping.Reading;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** Reads a whole relation, as the root that it is under each hat, or a project. */
final class CompendaReader {

    private static final String CONTACTS = "contacts";

    private final CompendaChoices choices;

    CompendaReader(CompendaChoices choices) { this.choices = choices; }

    /**
     * Under every hat, worn or not: one that was taken off is still shown, and its roles tell that it was.
     *
     * @throws Unreadable where it has no id, is of no known kind, or has another shape
     */
    List<RootReading> relation(JsonNode wire) { return Arrays.stream(CompendaHat.values()).map(hat -> relation(wire, hat)).toList(); }

    RootReading relation(JsonNode wire, CompendaHat hat) {
        var record = choices.relation().read(wire);
        return root(hat.root(record.id()), kind(wire), record, values(record, wire).with(Fields.RELATION_TYPES, hat.name()), wire, partsSeen(wire));
    }

    /** The roots of the hats that it wears. */
    List<String> roots(JsonNode wire) {
        var record = choices.relation().read(wire);
        return CompendaHat.wornBy(record.values()).stream().map(hat -> hat.root(record.id())).toList();
    }

    RootReading project(JsonNode wire) {
        var record = CompendaTables.PROJECT.read(wire);
        return root(CompendaProjects.root(record.id()), Kind.COST_CENTRE, record, record.values(), wire, EnumSet.allOf(PartKind.class));
    }

    private static RootReading root(String root, Kind kind, Reading record, Values values, JsonNode wire, Set<PartKind> partsSeen) {
        var relation = new Relation(kind, values, List.of(), marks(wire), Map.of(), "", partsSeen);
        return new RootReading(root, relation, record.version(), record.modified());
    }

    private static Kind kind(JsonNode wire) {
        return switch (wire.path("kind").asText("")) {
            case "ORGANISATION" -> Kind.ORGANISATION;
            case "PERSON" -> Kind.PERSON;
            default -> throw new Unreadable("relation", "/kind", "ORGANISATION or PERSON");
        };
    }

    /** Contacts that are left out altogether are unknown: a relation whose list is empty says that it has none. */
    private static Values values(Reading record, JsonNode wire) {
        return wire.has(CONTACTS) ? record.values() : record.values().with(Fields.CONTACT_PERSON, Value.absent());
    }

    private static Set<Mark> marks(JsonNode wire) { return wire.path("archived").asBoolean() ? Set.of(Mark.ARCHIVED) : Set.of(); }

    /** Contacts and roles are fields of the relation itself, so it has no parts and none is left out; without its contacts it is not whole. */
    private static Set<PartKind> partsSeen(JsonNode wire) {
        return wire.has(CONTACTS) ? EnumSet.of(PartKind.CONTACT, PartKind.ROLE) : EnumSet.of(PartKind.ROLE);
    }
}
