package nl.koppelwerk.mapping;

/** What a system wants to be sent in order to empty a member. */
public enum EmptyWrites {
    NULL,
    EMPTY_TEXT,
    /** It cannot be told to empty anything. */
    OMIT
}
