package nl.koppelwerk.systems.snelstart;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an installation may have to set otherwise. */
@ApplicationScoped
class SnelStartChoices {

    /** The most that SnelStart gives at once. */
    private static final int MOST = 500;

    private final int page;
    private final boolean nullsLeftOut;
    private final Duration visibilityDelay;
    private final Duration overlap;

    SnelStartChoices(@ConfigProperty(name = "koppelwerk.snelstart.page") int page,
                     @ConfigProperty(name = "koppelwerk.snelstart.nulls") String nulls,
                     @ConfigProperty(name = "koppelwerk.snelstart.visibility-delay") Duration visibilityDelay,
                     @ConfigProperty(name = "koppelwerk.poll.overlap") Duration overlap) {
        this.page = Math.min(page, MOST);
        this.nullsLeftOut = nulls.equals("left-out");
        this.visibilityDelay = visibilityDelay;
        this.overlap = overlap;
    }

    int page() { return page; }

    /** A member that holds nothing is not named in a write, instead of being sent as null. */
    boolean leavesNullsOut() { return nullsLeftOut; }

    Duration visibilityDelay() { return visibilityDelay; }

    /** How far the hub reaches back before the newest stamp of a pass. */
    Duration overlap() { return overlap; }
}
