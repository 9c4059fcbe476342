package nl.koppelwerk.ledger.postgres;

import java.time.Instant;
import java.util.List;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/** A private person as the source shows one. */
final class PersonSeen {

    private PersonSeen() { }

    static Sighting named(String lastName, String root, Instant askedAt) {
        var values = Values.NONE.with(Fields.LAST_NAME, lastName).with(Fields.EMAIL, "");
        return new Sighting(Side.SOURCE, root, new Relation(Kind.PERSON, values, List.of()), "", null, askedAt);
    }
}
