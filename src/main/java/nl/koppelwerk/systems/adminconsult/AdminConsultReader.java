package nl.koppelwerk.systems.adminconsult;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.mapping.RootReading;
import nl.koppelwerk.mapping.Unreadable;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Mark;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;
import nl.koppelwerk.systems.Asked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads customers, each together with what belongs to it ({@link Surroundings}). */
final class AdminConsultReader {

    private static final Logger LOG = LoggerFactory.getLogger(AdminConsultReader.class);
    private static final String NUMBER = "[1-9]\\d{0,17}";

    private AdminConsultReader() { }

    /** @throws Unreadable where it has no number or does not say what it is */
    static RootReading root(JsonNode wire) { return root(wire, isWhole(wire)); }

    /** @param whole nothing more can be known of it */
    static RootReading root(JsonNode wire, boolean whole) {
        var kind = isCompany(wire) ? Kind.ORGANISATION : Kind.PERSON;
        var read = AdminConsultTables.table(kind, PartKind.ROOT).orElseThrow().read(wire);
        if (!isId(read.id())) throw new Unreadable("customer", "/" + AdminConsultTables.ID, "a number");
        return new RootReading(read.id(), relation(kind, read.values(), Set.of(), whole ? Set.of(PartKind.CONTACT, PartKind.ROLE) : Set.of(PartKind.ROLE)), "", null);
    }

    static boolean isId(String text) { return text.matches(NUMBER); }

    static boolean isCompany(JsonNode wire) {
        var told = wire.path("IsCompany");
        if (!told.isBoolean() && !told.isIntegralNumber()) throw new Unreadable("customer", "/IsCompany", "true or false");
        return told.asBoolean();
    }

    /** A row that does not tell a person's number, or the partner's, cannot stand for the person; a read can. */
    private static boolean isWhole(JsonNode wire) {
        return isCompany(wire) || wire.has(AdminConsultTables.NATIONAL_NUMBER) && wire.has(AdminConsultTables.PARTNER);
    }

    /** All that is known of it is that it is not shown any more; what that means a read tells. */
    static RootReading unseen(String id) { return new RootReading(id, relation(Kind.PERSON, Values.NONE, Set.of(Mark.DELETED), Set.of()), "", null); }

    private static Relation relation(Kind kind, Values values, Set<Mark> marks, Set<PartKind> partsSeen) {
        return new Relation(kind, values, List.of(), marks, Map.of(), "", partsSeen);
    }

    static List<Sighting> sightings(List<ObjectNode> wires, Asked asked) {
        var sightings = new ArrayList<Sighting>();
        for (var wire : wires) {
            try {
                sightings.add(asked.sighting(root(wire)));
            } catch (Unreadable odd) {
                // The others go on; asked for by its number, this one says why it cannot be read.
                LOG.warn("A customer of Admin-IS | Consult cannot be read: {}", odd.getMessage());
            }
        }
        return List.copyOf(sightings);
    }
}
