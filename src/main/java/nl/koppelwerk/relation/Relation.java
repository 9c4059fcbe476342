package nl.koppelwerk.relation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The canonical form of one root with its parts, as one system holds it.
 *
 * @param handles   ids of wire records that carry fields of the root, by resource ({@code "VisitingAddress" -> uuid})
 * @param reference our own reference that the system keeps for us ({@code ImportId} in Tribe), or empty
 * @param partsSeen the kinds of parts that this look could see; a kind that is missing here is unknown, not gone
 */
public record Relation(Kind kind, Values values, List<Part> parts, Set<Mark> marks, Map<String, String> handles,
                       String reference, Set<PartKind> partsSeen) {

    public Relation {
        parts = List.copyOf(parts);
        marks = Set.copyOf(marks);
        handles = Map.copyOf(handles);
        partsSeen = Set.copyOf(partsSeen);
    }

    public Relation(Kind kind, Values values, List<Part> parts) {
        this(kind, values, parts, Set.of(), Map.of(), "", Set.of(PartKind.CONTACT, PartKind.ROLE));
    }

    public Relation with(Set<Mark> newMarks) { return new Relation(kind, values, parts, newMarks, handles, reference, partsSeen); }

    public Relation with(Values newValues) {
        return new Relation(kind, newValues, parts, marks, handles, reference, partsSeen);
    }

    public Relation withParts(List<Part> newParts) {
        return new Relation(kind, values, newParts, marks, handles, reference, partsSeen);
    }
}
