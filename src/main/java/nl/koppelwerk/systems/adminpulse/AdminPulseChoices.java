package nl.koppelwerk.systems.adminpulse;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What nobody could tell about AdminPulse and an installation may have to set otherwise. */
@ApplicationScoped
class AdminPulseChoices {

    private final AdminPulseTables tables;
    private final int page;
    private final Duration taskflows;

    AdminPulseChoices(@ConfigProperty(name = "koppelwerk.adminpulse.field-names") String names,
                      @ConfigProperty(name = "koppelwerk.adminpulse.page") int page,
                      @ConfigProperty(name = "koppelwerk.adminpulse.taskflows") Duration taskflows) {
        this.tables = new AdminPulseTables(AdminPulseNames.of(names));
        this.page = page;
        this.taskflows = taskflows;
    }

    AdminPulseTables tables() { return tables; }

    AdminPulseReader reader() { return new AdminPulseReader(tables); }

    int page() { return page; }

    /** How long what the tasks said is good for a pass. */
    Duration taskflows() { return taskflows; }
}
