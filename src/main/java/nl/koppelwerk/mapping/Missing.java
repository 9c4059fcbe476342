package nl.koppelwerk.mapping;

import nl.koppelwerk.relation.Value;

/** What it means that a member is not there; a member that is {@code null} is always empty. */
public enum Missing {
    /** This road does not tell: nothing is concluded. */
    ABSENT,
    /** The system leaves out what is empty. */
    EMPTY;

    <T> Value<T> value() { return this == ABSENT ? Value.absent() : Value.empty(); }
}
