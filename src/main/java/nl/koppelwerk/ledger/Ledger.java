package nl.koppelwerk.ledger;

/** All ports of one ledger, in memory or in PostgreSQL. */
public interface Ledger {

    Notices notices();

    Dossiers dossiers();

    Deliveries deliveries();

    Finishing finishing();

    Questions questions();

    Checkpoints checkpoints();

    Newcomers newcomers();

    Runs runs();

    Plans plans();

    Surveys surveys();

    Imports imports();

    Schedules schedules();

    DeadLetters deadLetters();

    Accounts accounts();

    Certificates certificates();

    Links links();
}
