package nl.koppelwerk.ledger;

/** The contract over the ledger in memory. */
class MemoryLedgerTest implements NoticesContract, TurnsContract, RetriesContract, SelfStopContract, DeadLettersContract, DeliveriesContract, CreatesContract,
    BrakeContract, DossiersContract, QuestionsContract, ObservationsContract {

    private final LedgerFixture ledger = new MemoryFixture();

    @Override public LedgerFixture ledger() { return ledger; }
}
