package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import nl.koppelwerk.ledger.DeadLetters;

/** Makes hints of dead letters anew; each of them once. */
@Singleton
@Named("replaying")
@Unremovable
public final class Replaying {

    private final DeadLetters deadLetters;

    @Inject
    public Replaying(DeadLetters deadLetters) { this.deadLetters = deadLetters; }

    public int replay(Replay.Request request) { return deadLetters.replay(request.ids(), request.by()); }
}
