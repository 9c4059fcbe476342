package nl.koppelwerk;

import io.quarkus.runtime.Application;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Stops the database after the application, for both are told to stop at the same moment. */
final class LastToStop {
    private static final Logger LOG = Logger.getLogger(LastToStop.class);
    /** Longer than the grace that the application takes for work in hand. */
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private LastToStop() {
    }

    /** Closes in the given order once the application has stopped, or after the limit. */
    static void register(AutoCloseable... resources) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            awaitApplication();
            closeAll(resources);
        }, "last-to-stop"));
    }

    private static void awaitApplication() {
        Application application = Application.currentApplication();
        if (application == null) {
            return;
        }
        Thread waiting = new Thread(application::awaitShutdown, "await-application");
        waiting.setDaemon(true);
        waiting.start();
        try {
            waiting.join(LIMIT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static void closeAll(AutoCloseable... resources) {
        for (AutoCloseable resource : resources) {
            try {
                resource.close();
            } catch (Exception failure) {
                LOG.error("Not stopped cleanly", failure);
            }
        }
    }
}
