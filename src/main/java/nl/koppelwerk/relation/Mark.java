package nl.koppelwerk.relation;

/** A mark that a system sets on a record of its own; a mark never causes a removal elsewhere (AC-30, AC-31). */
public enum Mark {
    ARCHIVED,
    DELETED
}
