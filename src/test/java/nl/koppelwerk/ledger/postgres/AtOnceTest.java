package nl.koppelwerk.ledger.postgres;

import nl.koppelwerk.ledger.AtOnceContract;
import nl.koppelwerk.ledger.LedgerFixture;

class AtOnceTest implements AtOnceContract {

    private final LedgerFixture ledger = new PostgresFixture();

    @Override public LedgerFixture ledger() { return ledger; }
}
