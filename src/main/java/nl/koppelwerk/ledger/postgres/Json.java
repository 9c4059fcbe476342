package nl.koppelwerk.ledger.postgres;

/** A text that goes into a jsonb column. */
record Json(String text) {}
