package nl.koppelwerk;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Starts the embedded server again when it ended by itself, as it does when its disk is full; tried until it succeeds. */
final class Revival implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Revival.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** A start in hand is let end: what it began must be stopped by whoever stops us. */
    private static final int SECONDS_TO_STOP = 10;

    private final BooleanSupplier isAlive;
    private final Callable<?> start;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "embedded-database");
        made.setDaemon(true);
        return made;
    });

    Revival(BooleanSupplier isAlive, Callable<?> start) {
        this.isAlive = isAlive;
        this.start = start;
    }

    void begin() {
        thread.scheduleWithFixedDelay(this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (isAlive.getAsBoolean()) {
            return;
        }
        LOG.warn("The embedded PostgreSQL has ended by itself and is started again");
        try {
            start.call();
            LOG.warn("The embedded PostgreSQL runs again");
        } catch (Exception notYet) {
            LOG.warnf("The embedded PostgreSQL does not start (is its disk full?) and is tried again: %s", notYet.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
