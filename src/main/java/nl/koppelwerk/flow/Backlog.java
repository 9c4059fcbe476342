package nl.koppelwerk.flow;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.ledger.Notices;
import nl.koppelwerk.ledger.Views;
import nl.koppelwerk.ledger.Views.Counts;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.systems.Shelf;

/** What waits, is held or dead, as gauges; counted at most every ten seconds, and not a number while the ledger is silent. */
@Singleton
@Startup
public final class Backlog {

    private static final Duration COUNTED_FOR = Duration.ofSeconds(10);

    private final Views views;
    private final Notices notices;
    private final MeterRegistry registry;
    private final Shelf<String, Counts> counted = new Shelf<>(COUNTED_FOR);

    @Inject
    public Backlog(Views views, Notices notices, MeterRegistry registry) {
        this.views = views;
        this.notices = notices;
        this.registry = registry;
    }

    @PostConstruct void register() {
        for (var lane : Lane.values()) gauge("koppelwerk.waiting", "lane", lane.name(), counts -> counts.waiting().getOrDefault(lane, 0L));
        for (var state : State.values()) gauge("koppelwerk.relations", "state", state.name(), counts -> counts.byState().getOrDefault(state, 0L));
        gauge("koppelwerk.waiting.oldest", "unit", "seconds", this::age);
        gauge("koppelwerk.open", "kind", "held", Counts::held);
        gauge("koppelwerk.open", "kind", "dead", Counts::dead);
    }

    private void gauge(String name, String tag, String value, ToDoubleFunction<Counts> count) {
        Gauge.builder(name, () -> read(count)).tag(tag, value).register(registry);
    }

    private double read(ToDoubleFunction<Counts> count) {
        try {
            return count.applyAsDouble(counted.get("all", key -> views.counts()));
        } catch (RuntimeException silent) {
            return Double.NaN;
        }
    }

    private double age(Counts counts) {
        return counts.oldest() == null ? 0 : Duration.between(counts.oldest(), notices.now()).toMillis() / 1000.0;
    }
}
