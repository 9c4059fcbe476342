package nl.koppelwerk.systems.clickmate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.mapping.Reading;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;

/** Reads a whole customer: itself, its contact persons, its mark, our reference. */
final class ClickmateReader {

    private final ClickmateChoices choices;

    ClickmateReader(ClickmateChoices choices) { this.choices = choices; }

    /** @throws Unreadable where it has no id, or another shape */
    RootReading customer(JsonNode wire) {
        var record = choices.table(Kind.ORGANISATION, PartKind.ROOT).orElseThrow().read(wire);
        var relation = new Relation(Kind.ORGANISATION, values(record), contacts(wire), marks(wire), Map.of(), record.reference(), seen(wire));
        return new RootReading(record.id(), relation, record.version(), record.modified());
    }

    /** What a customer holds, the number that it has in e-conomic among it. */
    static Values values(Reading record) { return record.values().with(Fields.NUMBER, record.reference()); }

    private List<Part> contacts(JsonNode wire) {
        var found = wire.path("contacts");
        if (!found.isArray() && !found.isMissingNode()) throw new Unreadable("customer", "/contacts", "an array");
        var contacts = new ArrayList<Part>();
        for (var person : found) {
            var read = choices.table(Kind.ORGANISATION, PartKind.CONTACT).orElseThrow().read(person);
            contacts.add(new Part(PartKind.CONTACT, read.id(), read.values()));
        }
        return contacts;
    }

    private static Set<Mark> marks(JsonNode wire) { return wire.path("archived").asBoolean() ? Set.of(Mark.ARCHIVED) : Set.of(); }

    /** There are no roles, so none is left out; a customer that does not tell its contacts may have some. */
    private static Set<PartKind> seen(JsonNode wire) {
        return wire.has("contacts") ? EnumSet.of(PartKind.CONTACT, PartKind.ROLE) : EnumSet.of(PartKind.ROLE);
    }
}
