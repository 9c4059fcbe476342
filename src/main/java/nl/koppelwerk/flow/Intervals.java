package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often what happens where a link does not say otherwise: poll of the source, sweep of the target, full comparison. */
@Singleton
public final class Intervals {

    private final Duration poll;
    private final Duration sweep;
    private final Duration compare;

    @Inject
    public Intervals(@ConfigProperty(name = "koppelwerk.poll.interval") Duration poll,
                     @ConfigProperty(name = "koppelwerk.sweep.interval") Duration sweep,
                     @ConfigProperty(name = "koppelwerk.compare.interval") Duration compare) {
        this.poll = poll;
        this.sweep = sweep;
        this.compare = compare;
    }

    Duration poll() { return poll; }

    Duration sweep() { return sweep; }

    Duration compare() { return compare; }
}
