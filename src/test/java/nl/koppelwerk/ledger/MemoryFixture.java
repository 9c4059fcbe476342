package nl.koppelwerk.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import nl.koppelwerk.ledger.memory.MemoryLedger;

/** The ledger in memory on a clock that only the test moves. */
final class MemoryFixture implements LedgerFixture {

    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private final MemoryLedger ledger = new MemoryLedger(() -> now, new Random(1));

    @Override public Notices notices() { return ledger.notices(); }

    @Override public Dossiers dossiers() { return ledger.dossiers(); }

    @Override public Deliveries deliveries() { return ledger.deliveries(); }

    @Override public Finishing finishing() { return ledger.finishing(); }

    @Override public Questions questions() { return ledger.questions(); }

    @Override public Checkpoints checkpoints() { return ledger.checkpoints(); }

    @Override public Newcomers newcomers() { return ledger.newcomers(); }

    @Override public Runs runs() { return ledger.runs(); }

    @Override public Surveys surveys() { return ledger.surveys(); }

    @Override public Imports imports() { return ledger.imports(); }

    @Override public Plans plans() { return ledger.plans(); }

    @Override public Schedules schedules() { return ledger.schedules(); }

    @Override public DeadLetters deadLetters() { return ledger.deadLetters(); }

    @Override public Accounts accounts() { return ledger.accounts(); }

    @Override public Certificates certificates() { return ledger.certificates(); }

    @Override public Links links() { return ledger.links(); }

    @Override public void advance(Duration by) { now = now.plus(by); }
}
