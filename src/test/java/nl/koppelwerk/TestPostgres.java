package nl.koppelwerk;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One PostgreSQL for all tests of a JVM, started when the first one asks and stopped with the JVM. */
public final class TestPostgres implements QuarkusTestResourceLifecycleManager {
    /** A key that any test may use: 32 zero bytes. */
    public static final String SECRETS_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    /** The first administrator, admin, logs in with it. */
    public static final String ADMIN_PASSWORD = "admin-of-tests";

    private static EmbeddedDatabase running;

    /** JDBC address; user and password are {@link #username()} and {@link #password()}. */
    public static String url() {
        return running().url();
    }

    public static String username() {
        return running().username();
    }

    public static String password() {
        return running().password();
    }

    private static synchronized EmbeddedDatabase running() {
        if (running == null) {
            DataDirectory directory = DataDirectory.claim(freshFolder());
            running = EmbeddedDatabase.start(directory);
            LastToStop.register(running, directory);
        }
        return running;
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-postgres")), "run");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "koppelwerk.database.url", url(),
                "koppelwerk.database.username", username(),
                "koppelwerk.database.password", password(),
                "koppelwerk.secrets.key", SECRETS_KEY,
                "koppelwerk.admin.password", ADMIN_PASSWORD);
    }

    @Override
    public void stop() {
        // Left running for the tests that follow in this JVM.
    }
}
