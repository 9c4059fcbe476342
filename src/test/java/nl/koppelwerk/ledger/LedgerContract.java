package nl.koppelwerk.ledger;

/** All that a ledger promises, whatever it is made of; a test class that implements this runs all of it. */
public interface LedgerContract extends NoticesContract, CoalescingContract, TurnsContract, RetriesContract, SelfStopContract,
    DeadLettersContract, DeliveriesContract, CreatesContract, BrakeContract, DossiersContract, SearchContract, ObservationsContract,
    PartIndexContract, QuestionsContract, AccountsContract, RunsContract, BalanceContract, SchedulesContract, LinksContract, HalvesContract, RenumberingContract,
    MeanwhileContract, TimetableContract, SurveysContract, ImportsContract, NewcomersContract, CertificatesContract, TwinWatchContract, PlansContract,
    PreviewsContract {

    @Override LedgerFixture ledger();
}
