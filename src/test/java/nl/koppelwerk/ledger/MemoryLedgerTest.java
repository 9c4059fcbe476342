package nl.koppelwerk.ledger;

/** The contract over the ledger in memory. */
class MemoryLedgerTest implements LedgerContract {

    private final LedgerFixture ledger = new MemoryFixture();

    @Override public LedgerFixture ledger() { return ledger; }
}
