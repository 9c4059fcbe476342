package nl.koppelwerk.ledger;

/** The contract over the ledger in memory. */
class MemoryLedgerTest implements NoticesContract, TurnsContract, RetriesContract, SelfStopContract, DeadLettersContract {

    private final LedgerFixture ledger = new MemoryFixture();

    @Override public LedgerFixture ledger() { return ledger; }
}
