package nl.koppelwerk.systems.tribe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Asked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows of listings as sightings. None is whole but that of a person: an organisation's contacts have a listing of their own. */
final class TribeRowReader {

    private static final Logger LOG = LoggerFactory.getLogger(TribeRowReader.class);

    private TribeRowReader() { }

    static String set(String listing) {
        return switch (TribeWholeRows.plain(listing)) {
            case TribeConnector.ORGANISATIONS -> TribeSets.ORGANIZATION;
            case TribeConnector.PERSONS -> TribeSets.PERSON;
            default -> TribeSets.CONTACT;
        };
    }

    static String expand(String listing, TribeChoices choices) {
        return switch (TribeWholeRows.plain(listing)) {
            case TribeConnector.ORGANISATIONS -> TribeSets.ORGANIZATION_EXPAND;
            case TribeConnector.PERSONS -> TribeSets.PERSON_EXPAND;
            default -> choices.contactExpand() + ",Relation($select=ID)";
        };
    }

    static List<Sighting> sightings(String listing, List<JsonNode> rows, Asked asked) {
        var sightings = new ArrayList<Sighting>();
        for (var row : rows) {
            try {
                sightings.add(asked.sighting(reading(listing, row)));
            } catch (Unreadable odd) {
                // The others go on; asked for by its id, this one says why it cannot be read.
                LOG.warn("A row of {} cannot be read: {}", listing, odd.getMessage());
            }
        }
        return List.copyOf(sightings);
    }

    private static RootReading reading(String listing, JsonNode row) {
        return switch (TribeWholeRows.plain(listing)) {
            case TribeConnector.ORGANISATIONS -> TribeReader.organisation(row, Optional.empty(), Optional.empty());
            case TribeConnector.PERSONS -> TribeReader.person(row, Optional.empty());
            default -> ofContact(row);
        };
    }

    /** All that is known of the organisation is this one contact. */
    private static RootReading ofContact(JsonNode row) {
        var root = row.path("Relation").path("ID").asText("");
        if (root.isEmpty()) throw new Unreadable(TribeSets.CONTACT, "/Relation/ID", "an id");
        var contact = TribeReader.contact(row);
        return new RootReading(root, new Relation(Kind.ORGANISATION, Values.NONE, List.of(contact), Set.of(), Map.of(), "", Set.of()), "", null);
    }
}
