package nl.koppelwerk;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import nl.koppelwerk.sandbox.Sandbox;
import nl.koppelwerk.sandbox.SandboxOptions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts the stand-ins of the vendors inside the program; the only class of the program that knows them. */
@ApplicationScoped
class DemonstrationSandbox {
    private static final int RELATIONS = 120;

    @ConfigProperty(name = "koppelwerk.sandbox.enabled") boolean enabled;
    @ConfigProperty(name = "koppelwerk.sandbox.port") int port;
    @ConfigProperty(name = "koppelwerk.sandbox.file") String file;
    @ConfigProperty(name = "koppelwerk.sandbox.quota") String quota;
    @ConfigProperty(name = "koppelwerk.sandbox.clock-speed") double clockSpeed;
    private Sandbox running;

    /** Before the links, which call it. */
    void started(@Observes @Priority(1) StartupEvent start) throws Exception {
        if (enabled) {
            running = Sandbox.start(new SandboxOptions(port, Path.of(file), 1, RELATIONS, quota, clockSpeed));
        }
    }

    void stopped(@Observes ShutdownEvent stop) throws Exception {
        if (running != null) {
            running.close();
        }
    }

    String address() {
        return "http://127.0.0.1:" + running.port();
    }
}
