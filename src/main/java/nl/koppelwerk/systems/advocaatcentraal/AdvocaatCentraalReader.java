package nl.koppelwerk.systems.advocaatcentraal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;

/** Reads a whole wire relation of AdvocaatCentraal: itself, its contact persons, its addresses, its marks. */
public final class AdvocaatCentraalReader {

    private AdvocaatCentraalReader() { }

    /** @throws Unreadable where it is neither company nor private person, or has no id */
    public static RootReading relation(JsonNode wire) {
        var kind = kind(wire);
        var record = AdvocaatCentraalTables.table(kind, PartKind.ROOT).orElseThrow().read(wire);
        var relation = new Relation(kind, record.values(), contacts(wire), marks(wire), record.handles(), "", partsSeen(kind, wire));
        return new RootReading(record.id(), relation, record.version(), record.modified());
    }

    private static Kind kind(JsonNode wire) {
        return switch (wire.path("soort").asText("")) {
            case "BEDRIJF" -> Kind.ORGANISATION;
            case "PARTICULIER" -> Kind.PERSON;
            default -> throw new Unreadable("relation", "/soort", "BEDRIJF or PARTICULIER");
        };
    }

    private static List<Part> contacts(JsonNode wire) {
        var contacts = new ArrayList<Part>();
        for (var person : array(wire, "contactpersonen")) {
            var read = AdvocaatCentraalTables.CONTACTPERSOON.read(person);
            contacts.add(new Part(PartKind.CONTACT, read.id(), read.values(), read.handles(), ""));
        }
        return contacts;
    }

    private static JsonNode array(JsonNode wire, String member) {
        var node = wire.path(member);
        if (!node.isArray() && !node.isMissingNode() && !node.isNull()) throw new Unreadable("relation", "/" + member, "an array");
        return node;
    }

    private static Set<Mark> marks(JsonNode wire) {
        var marks = EnumSet.noneOf(Mark.class);
        if (wire.path("gearchiveerd").asBoolean()) marks.add(Mark.ARCHIVED);
        if (wire.path("verwijderd").asBoolean()) marks.add(Mark.DELETED);
        return marks;
    }

    /** The relation types are what stands for roles here; a private person may leave out contacts that never cross (AC-03). */
    private static Set<PartKind> partsSeen(Kind kind, JsonNode wire) {
        var seen = EnumSet.noneOf(PartKind.class);
        if (kind == Kind.PERSON || wire.has("contactpersonen")) seen.add(PartKind.CONTACT);
        if (wire.has("relatietypen")) seen.add(PartKind.ROLE);
        return seen;
    }
}
