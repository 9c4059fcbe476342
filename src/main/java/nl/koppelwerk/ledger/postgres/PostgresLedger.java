package nl.koppelwerk.ledger.postgres;

import javax.sql.DataSource;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.ledger.Authorizations;
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
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.ledger.Plans;
import nl.koppelwerk.ledger.Questions;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.ledger.Schedules;
import nl.koppelwerk.ledger.Spool;
import nl.koppelwerk.ledger.Surveys;
import nl.koppelwerk.ledger.Tokens;
import nl.koppelwerk.ledger.Views;

/** All ports of the ledger on one database, whose schema the migrations have laid. */
public final class PostgresLedger implements Ledger {

    private final PostgresNotices notices;
    private final PostgresDossiers dossiers;
    private final PostgresDeliveries deliveries;
    private final PostgresFinishing finishing;
    private final PostgresQuestions questions;
    private final PostgresCheckpoints checkpoints;
    private final PostgresNewcomers newcomers;
    private final PostgresRuns runs;
    private final PostgresSchedules schedules;
    private final PostgresDeadLetters deadLetters;
    private final PostgresAccounts accounts;
    private final PostgresLinks links;
    private final PostgresViews views;
    private final PostgresOffices offices;
    private final PostgresTokens tokens;
    private final PostgresAuthorizations authorizations;
    private final PostgresCertificates certificates;
    private final PostgresPlans plans;
    private final PostgresSurveys surveys;
    private final PostgresImports imports;

    /** @param key {@code koppelwerk.secrets.key}; one that is not this database's ends the start with a message that says so */
    public PostgresLedger(DataSource source, String key, Timing timing, Spool spool) {
        var database = new Database(source);
        var secrets = new Secrets(key);
        new KeyCheck(database, secrets).run();
        var keys = new RelationKeys(database, secrets);
        notices = new PostgresNotices(database, timing);
        dossiers = new PostgresDossiers(database, secrets, keys);
        deliveries = new PostgresDeliveries(database, secrets, keys, timing);
        finishing = new PostgresFinishing(database, secrets, keys, deliveries, timing);
        questions = new PostgresQuestions(database, keys);
        checkpoints = new PostgresCheckpoints(database);
        newcomers = new PostgresNewcomers(database);
        runs = new PostgresRuns(database, timing);
        schedules = new PostgresSchedules(database, timing);
        deadLetters = new PostgresDeadLetters(database);
        accounts = new PostgresAccounts(database, secrets, timing);
        links = new PostgresLinks(database, secrets, accounts, timing);
        views = new PostgresViews(database, secrets, keys);
        offices = new PostgresOffices(database);
        tokens = new PostgresTokens(database, secrets);
        authorizations = new PostgresAuthorizations(database, secrets);
        certificates = new PostgresCertificates(database, secrets, keys, timing);
        plans = new PostgresPlans(database, keys, secrets, timing, runs);
        surveys = new PostgresSurveys(database, secrets);
        imports = new PostgresImports(database, secrets, timing, runs, spool);
    }

    @Override public Notices notices() { return notices; }

    @Override public Dossiers dossiers() { return dossiers; }

    @Override public Deliveries deliveries() { return deliveries; }

    @Override public Finishing finishing() { return finishing; }

    @Override public Questions questions() { return questions; }

    @Override public Checkpoints checkpoints() { return checkpoints; }

    @Override public Newcomers newcomers() { return newcomers; }

    @Override public Runs runs() { return runs; }

    @Override public Schedules schedules() { return schedules; }

    @Override public DeadLetters deadLetters() { return deadLetters; }

    @Override public Accounts accounts() { return accounts; }

    @Override public Links links() { return links; }

    public Views views() { return views; }

    public Offices offices() { return offices; }

    public Tokens tokens() { return tokens; }

    public Authorizations authorizations() { return authorizations; }

    @Override public Certificates certificates() { return certificates; }

    @Override public Plans plans() { return plans; }

    @Override public Surveys surveys() { return surveys; }

    @Override public Imports imports() { return imports; }
}
