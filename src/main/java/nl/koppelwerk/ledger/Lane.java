package nl.koppelwerk.ledger;

/** Which work goes first: a person's edit before a pass over everything. */
public enum Lane {
    LIVE,
    BACKFILL,
    /** What a webhook told of a link that works at fixed times or by hand only: it waits until somebody or something asks for it. */
    COLLECTED
}
