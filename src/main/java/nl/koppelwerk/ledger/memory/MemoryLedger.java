package nl.koppelwerk.ledger.memory;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Certificates;
import nl.koppelwerk.ledger.Checkpoints;
import nl.koppelwerk.ledger.DeadLetters;
import nl.koppelwerk.ledger.Deliveries;
import nl.koppelwerk.ledger.Dossiers;
import nl.koppelwerk.ledger.Finishing;
import nl.koppelwerk.ledger.Imports;
import nl.koppelwerk.ledger.Ledger;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Newcomers;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.ledger.Plans;
import nl.koppelwerk.ledger.Questions;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Schedules;
import nl.koppelwerk.ledger.Surveys;

/** The whole ledger in memory, deterministic for one clock and one source of randomness, for one thread. */
public final class MemoryLedger implements Ledger {

    private final MemoryAccounts accounts;
    private final MemoryLinks links;
    private final MemoryRuns runs;
    private final MemorySchedules schedules;
    private final MemoryNotices notices;
    private final MemoryCheckpoints checkpoints = new MemoryCheckpoints();
    private final MemoryNewcomers newcomers;
    private final MemoryDossiers dossiers;
    private final MemoryDeliveries deliveries;
    private final MemoryQuestions questions;
    private final MemoryDeadLetters deadLetters;
    private final MemoryFinishing finishing;
    private final MemoryCertificates certificates;
    private final MemoryPlans plans;
    private final MemorySurveys surveys;
    private final MemoryImports imports;

    public MemoryLedger(InstantSource clock, RandomGenerator random) {
        var state = new MemoryState(clock, random);
        accounts = new MemoryAccounts(state);
        links = new MemoryLinks(state, accounts);
        runs = new MemoryRuns(state);
        schedules = new MemorySchedules(state);
        notices = new MemoryNotices(state, runs);
        newcomers = new MemoryNewcomers(state, checkpoints);
        deliveries = new MemoryDeliveries(state, notices);
        questions = new MemoryQuestions(state, notices);
        plans = new MemoryPlans(state, notices);
        surveys = new MemorySurveys(state);
        imports = new MemoryImports(state, runs);
        deadLetters = new MemoryDeadLetters(state, notices);
        var ending = new Ending(state, notices, runs, deadLetters, accounts);
        dossiers = new MemoryDossiers(state, notices, ending);
        finishing = new MemoryFinishing(state, deliveries, questions, notices, runs, ending);
        certificates = new MemoryCertificates(state);
    }

    @Override public Accounts accounts() { return accounts; }

    @Override public Links links() { return links; }

    @Override public Runs runs() { return runs; }

    @Override public Schedules schedules() { return schedules; }

    @Override public Notices notices() { return notices; }

    @Override public Checkpoints checkpoints() { return checkpoints; }

    @Override public Newcomers newcomers() { return newcomers; }

    @Override public Dossiers dossiers() { return dossiers; }

    @Override public Deliveries deliveries() { return deliveries; }

    @Override public Questions questions() { return questions; }

    @Override public DeadLetters deadLetters() { return deadLetters; }

    @Override public Finishing finishing() { return finishing; }

    @Override public Certificates certificates() { return certificates; }

    @Override public Plans plans() { return plans; }

    @Override public Surveys surveys() { return surveys; }

    @Override public Imports imports() { return imports; }
}
