package nl.koppelwerk.ledger;

import static nl.koppelwerk.relation.Fields.NAME;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/** Organisations as a test sees them. */
final class Seen {

    private Seen() { }

    /** A whole observation: the root with all of its contact persons. */
    static Sighting whole(Side side, String root, String name, Instant askedAt, String... contacts) {
        var parts = Arrays.stream(contacts).map(id -> new Part(PartKind.CONTACT, id, named("Çelik"), Map.of("Person", id + "-person"), "")).toList();
        var relation = new Relation(Kind.ORGANISATION, named(name), parts, Set.of(), Map.of("VisitingAddress", root + "-address"), "",
            Set.of(PartKind.CONTACT, PartKind.ROLE));
        return new Sighting(side, root, relation, "", null, askedAt);
    }

    /** A row of a listing that shows no contact persons. */
    static Sighting partial(Side side, String root, String name, Instant askedAt) {
        var relation = new Relation(Kind.ORGANISATION, named(name), List.of(), Set.of(), Map.of(), "", Set.of(PartKind.ROLE));
        return new Sighting(side, root, relation, "", null, askedAt);
    }

    static Values named(String name) { return Values.NONE.with(NAME, name); }
}
