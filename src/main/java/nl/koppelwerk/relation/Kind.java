package nl.koppelwerk.relation;

/** What a root is: a legal body or a natural person. */
public enum Kind {
    ORGANISATION,
    PERSON
}
