package nl.koppelwerk.ledger;

/** Which work goes first: a person's edit before a pass over everything. */
public enum Lane {
    LIVE,
    BACKFILL,
    /** What a webhook told. It waits until somebody or something asks for it where its link works at fixed times or by hand only, and is live otherwise. */
    COLLECTED
}
