package nl.koppelwerk.ledger.postgres;

import java.time.Duration;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Certificates;
import nl.koppelwerk.ledger.Checkpoints;
import nl.koppelwerk.ledger.DeadLetters;
import nl.koppelwerk.ledger.Deliveries;
import nl.koppelwerk.ledger.Dossiers;
import nl.koppelwerk.ledger.Finishing;
import nl.koppelwerk.ledger.LedgerFixture;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Newcomers;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.ledger.Plans;
import nl.koppelwerk.ledger.Questions;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Schedules;
import nl.koppelwerk.ledger.Imports;
import nl.koppelwerk.ledger.Surveys;

/** The ledger in PostgreSQL, emptied. */
final class PostgresFixture implements LedgerFixture {

    private final TestDatabase database = TestDatabase.get();
    private final PostgresLedger ledger;

    PostgresFixture() {
        database.empty();
        ledger = new PostgresLedger(database.source(), TestDatabase.KEY, Timing.USUAL, TestDatabase.SPOOL);
    }

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

    @Override public void advance(Duration by) { database.advance(by); }
}
