package nl.koppelwerk.proof;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged program as an operator runs it, on a port and in a folder of its own; it can be killed and started again. */
final class Hub implements AutoCloseable {

    /** How long a start may take on a busy machine, recovery of the database included. */
    static final Duration START = Duration.ofMinutes(5);

    /** Of {@link #withShortLeases}: the standard minute would be most of the time of a test that kills. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private final Path folder;
    private final int port = Program.freePort();
    private final Map<String, String> environment = new HashMap<>();
    private List<String> within = List.of();
    private Program program;

    private Hub(Path folder) {
        this.folder = folder;
        environment.put("QUARKUS_HTTP_PORT", "" + port);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("KOPPELWERK_ADMIN_PASSWORD", Api.PASSWORD);
        environment.put("KOPPELWERK_OUTBOUND_ALLOW", "public,loopback");
    }

    /** Not started yet, without quotas; settings by environment name. */
    static Hub in(Path folder, Map<String, String> settings) {
        return in(folder, Quotas.NONE, settings);
    }

    static Hub in(Path folder, Quotas quotas, Map<String, String> settings) {
        var hub = new Hub(folder.resolve("hub"));
        hub.environment.putAll(quotas.settings());
        hub.environment.putAll(settings);
        return hub;
    }

    /** Its data are on that disk. */
    Hub on(SmallDisk disk) {
        within = disk.command();
        environment.put("KOPPELWERK_DATA_DIR", disk.folder().resolve("data").toString());
        return this;
    }

    static Map<String, String> withShortLeases(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.putAll(Map.of("KOPPELWERK_LEASE", LEASE.toString(), "KOPPELWERK_LEASE_RENEWAL", "PT2S", "KOPPELWERK_CALL_DEADLINE", "PT5S",
                "KOPPELWERK_OUTBOUND_DEADLINE", "5S", "KOPPELWERK_SLOT", LEASE.toString(), "KOPPELWERK_PROBE", "PT5S"));
        return all;
    }

    Hub start() {
        launch();
        awaitReady();
        return this;
    }

    Api api() {
        return new Api(base());
    }

    /** Starts without waiting until it is ready. */
    void launch() {
        program = Program.start(folder, log(), environment, within, List.of("-Xmx512m", "-jar", Program.jar().toString()));
    }

    void awaitReady() {
        await("the hub is ready, see " + log()).atMost(START).pollInterval(Duration.ofMillis(100)).until(this::isReady);
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    Path folder() {
        return folder;
    }

    long pid() {
        return program.pid();
    }

    /** What it said so far, over all its starts. */
    String said() {
        try {
            return Files.readString(log());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void kill() {
        program.kill();
    }

    /** Stands still until it is thawed, with all its connections open. */
    void freeze() {
        program.signal("STOP");
    }

    void thaw() {
        program.signal("CONT");
    }

    void stop() {
        program.stop();
    }

    @Override
    public void close() {
        if (program != null) {
            program.stop();
        }
    }

    boolean isReady() {
        if (!program.alive()) {
            throw new IllegalStateException("the hub ended: " + said());
        }
        try {
            return new JsonCalls(base(), "").call("GET", "/q/health/ready", null).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private Path log() {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }
}
