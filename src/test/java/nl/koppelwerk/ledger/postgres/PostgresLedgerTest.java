package nl.koppelwerk.ledger.postgres;

import nl.koppelwerk.ledger.LedgerContract;
import nl.koppelwerk.ledger.LedgerFixture;

/** The contract over the ledger in PostgreSQL. */
class PostgresLedgerTest implements LedgerContract {

    private final LedgerFixture ledger = new PostgresFixture();

    @Override public LedgerFixture ledger() { return ledger; }
}
