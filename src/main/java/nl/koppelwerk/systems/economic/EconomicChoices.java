package nl.koppelwerk.systems.economic;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an installation may have to set otherwise. */
@ApplicationScoped
class EconomicChoices {

    /** The longest list of numbers that a filter takes. */
    private static final int LONGEST_LIST = 200;

    private final EconomicRoad updateRoad;
    private final int page;
    private final Duration visibilityDelay;

    EconomicChoices(@ConfigProperty(name = "koppelwerk.economic.update-road") String updateRoad,
                    @ConfigProperty(name = "koppelwerk.economic.page") int page,
                    @ConfigProperty(name = "koppelwerk.economic.visibility-delay") Duration visibilityDelay) {
        this.updateRoad = EconomicRoad.valueOf(updateRoad.toUpperCase(Locale.ROOT).replace('-', '_'));
        this.page = Math.min(page, LONGEST_LIST);
        this.visibilityDelay = visibilityDelay;
    }

    EconomicRoad updateRoad() { return updateRoad; }

    int page() { return page; }

    Duration visibilityDelay() { return visibilityDelay; }
}
