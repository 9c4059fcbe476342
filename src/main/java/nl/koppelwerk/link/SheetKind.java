package nl.koppelwerk.link;

/** What the sheets hold that people bring to a link. */
public enum SheetKind {
    /** Relations of a CRM, each under all of the link's hats. */
    RELATIONS,
    /** Clients of an office; the sheet is all that anybody knows of them. */
    CLIENTS
}
