package nl.koppelwerk.systems.adminconsult;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What differs from installation to installation, and an operator may have to set otherwise. */
@ApplicationScoped
class AdminConsultChoices {

    private final int longestFilter;
    private final int partnerLinkType;
    private final Period deadlines;
    private final Duration settingsReread;
    private final Duration taskflowsReread;

    AdminConsultChoices(@ConfigProperty(name = "koppelwerk.admin-consult.filter-max") int longestFilter,
                        @ConfigProperty(name = "koppelwerk.admin-consult.partner-link-type") int partnerLinkType,
                        @ConfigProperty(name = "koppelwerk.admin-consult.deadline-months") int deadlineMonths,
                        @ConfigProperty(name = "koppelwerk.admin-consult.settings-reread") Duration settingsReread,
                        @ConfigProperty(name = "koppelwerk.admin-consult.taskflows-reread") Duration taskflowsReread) {
        this.longestFilter = longestFilter;
        this.partnerLinkType = partnerLinkType;
        this.deadlines = Period.ofMonths(deadlineMonths);
        this.settingsReread = settingsReread;
        this.taskflowsReread = taskflowsReread;
    }

    int longestFilter() { return longestFilter; }

    int partnerLinkType() { return partnerLinkType; }

    /** How far back and ahead a deadline may lie of who stands in a taskflow; of no length for all of them. */
    Period deadlines() { return deadlines; }

    Duration settingsReread() { return settingsReread; }

    Duration taskflowsReread() { return taskflowsReread; }
}
