package nl.koppelwerk.ledger.postgres;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The ledger's ports as beans of the program; made at start, so that a wrong key ends the start and not the first look. */
@Startup
@ApplicationScoped
class LedgerBeans {

    private final PostgresLedger ledger;
    private final Spool spool;

    @Inject
    LedgerBeans(DataSource source, @ConfigProperty(name = "koppelwerk.secrets.key") String key,
                @ConfigProperty(name = "koppelwerk.lease") Duration lease,
                @ConfigProperty(name = "koppelwerk.call.deadline") Duration deadline,
                @ConfigProperty(name = "koppelwerk.slot") Duration slot,
                @ConfigProperty(name = "koppelwerk.probe") Duration probe,
                @ConfigProperty(name = "koppelwerk.twin-watch") Duration watch,
                @ConfigProperty(name = "koppelwerk.sandbox.clock-speed") double speed,
                @ConfigProperty(name = "koppelwerk.spool.dir") String spool) {
        this.spool = new Spool(Path.of(spool));
        ledger = new PostgresLedger(source, key, new Timing(lease, deadline, slot, probe, watch, Timing.RETRIES, speed), this.spool);
    }

    @Produces @ApplicationScoped Notices notices() { return ledger.notices(); }

    @Produces @ApplicationScoped Dossiers dossiers() { return ledger.dossiers(); }

    @Produces @ApplicationScoped Deliveries deliveries() { return ledger.deliveries(); }

    @Produces @ApplicationScoped Finishing finishing() { return ledger.finishing(); }

    @Produces @ApplicationScoped Questions questions() { return ledger.questions(); }

    @Produces @ApplicationScoped Checkpoints checkpoints() { return ledger.checkpoints(); }

    @Produces @ApplicationScoped Newcomers newcomers() { return ledger.newcomers(); }

    @Produces @ApplicationScoped Runs runs() { return ledger.runs(); }

    @Produces @ApplicationScoped Schedules schedules() { return ledger.schedules(); }

    @Produces @ApplicationScoped DeadLetters deadLetters() { return ledger.deadLetters(); }

    @Produces @ApplicationScoped Accounts accounts() { return ledger.accounts(); }

    @Produces @ApplicationScoped Links links() { return ledger.links(); }

    @Produces @ApplicationScoped Views views() { return ledger.views(); }

    @Produces @ApplicationScoped Plans plans() { return ledger.plans(); }

    @Produces @ApplicationScoped Surveys surveys() { return ledger.surveys(); }

    @Produces @ApplicationScoped Imports imports() { return ledger.imports(); }

    @Produces @Singleton Spool spool() { return spool; }

    @Produces @ApplicationScoped Offices offices() { return ledger.offices(); }

    @Produces @ApplicationScoped Tokens tokens() { return ledger.tokens(); }

    @Produces @ApplicationScoped Authorizations authorizations() { return ledger.authorizations(); }

    @Produces @ApplicationScoped Certificates certificates() { return ledger.certificates(); }
}
