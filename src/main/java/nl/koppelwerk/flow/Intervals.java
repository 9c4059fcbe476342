package nl.koppelwerk.flow;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often what happens where a link does not say otherwise: poll of the source, sweep of the target, full comparison, the question whether webhooks come. */
@Singleton
public final class Intervals {

    private final Duration poll;
    private final Duration sweep;
    private final Duration compare;
    private final Duration listen;

    @Inject
    public Intervals(@ConfigProperty(name = "koppelwerk.poll.interval") Duration poll,
                     @ConfigProperty(name = "koppelwerk.sweep.interval") Duration sweep,
                     @ConfigProperty(name = "koppelwerk.compare.interval") Duration compare,
                     @ConfigProperty(name = "koppelwerk.listen.interval") Duration listen) {
        this.poll = poll;
        this.sweep = sweep;
        this.compare = compare;
        this.listen = listen;
    }

    Duration poll() { return poll; }

    Duration sweep() { return sweep; }

    Duration compare() { return compare; }

    Duration listen() { return listen; }
}
