package nl.koppelwerk.link;

import java.time.Instant;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/**
 * What a root was seen to hold (an observation). A row of a listing may know less than a read: it is not {@link #isWhole()}
 * and is only compared, never stored.
 *
 * @param version    the system's own version of the record, or empty where it has none
 * @param modifiedAt the system's own stamp, or null
 * @param askedAt    the moment the question was sent, by the hub's clock; what was asked later is newer
 */
public record Sighting(Side side, String root, Relation relation, String version, Instant modifiedAt, Instant askedAt) {

    /** It shows the contact persons too, so it can stand for the root. */
    public boolean isWhole() { return relation.partsSeen().contains(PartKind.CONTACT); }

    /** Everything that this row shows, the stored observation shows as well. */
    public boolean agreesWith(Sighting stored) {
        return relation.kind() == stored.relation().kind()
            && relation.marks().equals(stored.relation().marks())
            && stored.relation().partsSeen().containsAll(relation.partsSeen())
            && agree(relation.values(), stored.relation().values())
            && relation.parts().stream().allMatch(part -> stored.holds(part))
            && (!isWhole() || stored.relation().parts().stream().filter(p -> relation.partsSeen().contains(p.kind())).count() == relation.parts().size());
    }

    private boolean holds(Part part) {
        return relation.parts().stream()
            .anyMatch(mine -> mine.kind() == part.kind() && mine.id().equals(part.id()) && agree(part.values(), mine.values()));
    }

    private static boolean agree(Values row, Values stored) {
        return row.fields().stream().allMatch(field -> row.get(field).equals(stored.get(field)));
    }

    /** By the system's own stamps it shows a state before that one, whenever it was asked: reads of some systems lag. */
    public boolean isBefore(Sighting stored) {
        return modifiedAt != null && stored.modifiedAt != null && modifiedAt.isBefore(stored.modifiedAt);
    }

    public Sighting with(Relation changed) { return new Sighting(side, root, changed, version, modifiedAt, askedAt); }

    /** Known to hold at that moment. */
    public Sighting asOf(Instant moment) { return new Sighting(side, root, relation, version, modifiedAt, moment); }

    public Sighting withVersion(String newer) { return new Sighting(side, root, relation, newer, modifiedAt, askedAt); }
}
