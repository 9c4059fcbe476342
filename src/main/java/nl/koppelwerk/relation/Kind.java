package nl.koppelwerk.relation;

/** What a root is: a legal body, a natural person, or what costs are booked on (a project of a CRM, a kostenplaats). */
public enum Kind {
    ORGANISATION,
    PERSON,
    COST_CENTRE
}
