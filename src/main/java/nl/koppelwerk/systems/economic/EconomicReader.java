package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Asked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads customers and contact persons out of what the services answer. */
public final class EconomicReader {

    private static final Logger LOG = LoggerFactory.getLogger(EconomicReader.class);

    private EconomicReader() { }

    /**
     * @param customer as REST shows it
     * @param contacts as the customers API lists them; deleted ones may be among them
     */
    public static RootReading customer(JsonNode customer, List<JsonNode> contacts) {
        var read = EconomicTables.CUSTOMER.read(customer);
        var parts = contacts.stream().filter(contact -> !isDeleted(contact)).map(EconomicReader::contact).toList();
        return new RootReading(read.id(), new Relation(Kind.ORGANISATION, read.values(), parts), "", read.modified());
    }

    static Part contact(JsonNode contact) {
        var read = EconomicTables.LISTED_CONTACT.read(contact);
        return new Part(PartKind.CONTACT, ContactId.of(read.id()), read.values());
    }

    /** All that is known of the customer is this one contact; one that is deleted reads like no contact that was ever stored. */
    static RootReading ofContact(JsonNode row) {
        var contact = contact(row);
        var part = isDeleted(row) ? contact.with(Values.NONE.with(Fields.FULL_NAME, Value.empty())) : contact;
        return new RootReading(owner(row), new Relation(Kind.ORGANISATION, Values.NONE, List.of(part), Set.of(), Map.of(), "", Set.of()), "", null);
    }

    static String owner(JsonNode contact) {
        var owner = contact.path("customerNumber").asText("");
        if (owner.isEmpty()) throw new Unreadable("contact", "/customerNumber", "a number");
        return owner;
    }

    private static boolean isDeleted(JsonNode contact) { return contact.path("isDeleted").asBoolean(false); }

    static List<Sighting> sightings(List<JsonNode> rows, Asked asked, Function<JsonNode, RootReading> reading) {
        var sightings = new ArrayList<Sighting>();
        for (var row : rows) {
            try {
                sightings.add(asked.sighting(reading.apply(row)));
            } catch (Unreadable odd) {
                // The others go on; asked for by its number, this one says why it cannot be read.
                LOG.warn("A row of e-conomic cannot be read: {}", odd.getMessage());
            }
        }
        return List.copyOf(sightings);
    }
}
