package nl.koppelwerk.ledger;

/** Which work goes first: a person's edit before a pass over everything. */
public enum Lane {
    LIVE,
    BACKFILL
}
