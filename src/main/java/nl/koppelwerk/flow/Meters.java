package nl.koppelwerk.flow;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.reconcile.Step;

/** What the flow counts for operation: hints accepted, looks by outcome, writes delivered. */
@Singleton
public final class Meters {

    private final MeterRegistry registry;
    private final Counter accepted;

    @Inject
    public Meters(MeterRegistry registry, Workers workers) {
        this.registry = registry;
        this.accepted = registry.counter("koppelwerk.accepted");
        registry.gauge("koppelwerk.workers.busy", workers, Workers::busy);
    }

    void accepted(int hints) { accepted.increment(hints); }

    void looked(Look look, Settlement settlement) {
        registry.counter("koppelwerk.looks", "outcome", settlement.outcome().name()).increment();
        for (var exchange : look.learnt()) {
            if (exchange.step() instanceof Step.Write write && exchange.answer() instanceof Answer.Done) delivered(look, write);
        }
    }

    private void delivered(Look look, Step.Write write) {
        var system = look.link.system(write.side());
        registry.counter("koppelwerk.delivered", "system", system, "action", write.action().name()).increment();
    }
}
