package nl.koppelwerk.systems.accounton;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;

/** Reads a whole client, and whose it is in the system it came from. */
final class AccountonReader {

    private final RecordMapping table;

    AccountonReader(AccountonChoices choices) { this.table = choices.client(); }

    /** @throws Unreadable where it has no id, is no person, or has another shape */
    RootReading client(JsonNode wire) {
        var record = table.read(wire);
        if (!wire.path("kind").asText("person").equals("person")) throw new Unreadable("client", "/kind", "person");
        // There are neither contacts nor roles, so none is left out.
        var relation = new Relation(Kind.PERSON, record.values(), List.of(), Set.of(), Map.of(), reference(wire), EnumSet.of(PartKind.CONTACT, PartKind.ROLE));
        return new RootReading(record.id(), relation, record.version(), record.modified());
    }

    /** The first of them; an office has one source of its clients. */
    static String reference(JsonNode wire) {
        var first = wire.path(AccountonTables.REFERENCES).path(0);
        return SourceReference.text(first.path("system").asText(""), first.path("id").asText(""));
    }
}
