package nl.koppelwerk.relation;

import java.util.Map;

/**
 * A part of a root as one system holds it: a contact person, a role.
 *
 * @param id      the system's own id; for a part without one, its natural key within the root
 * @param handles ids of the wire records that carry this part's fields, by resource ({@code "Person" -> uuid})
 * @param reference our own reference that the system keeps for us (the id on the other side), or empty
 */
public record Part(PartKind kind, String id, Values values, Map<String, String> handles, String reference) {

    public Part {
        handles = Map.copyOf(handles);
    }

    public Part(PartKind kind, String id, Values values) { this(kind, id, values, Map.of(), ""); }

    public Part with(Values newValues) { return new Part(kind, id, newValues, handles, reference); }
}
