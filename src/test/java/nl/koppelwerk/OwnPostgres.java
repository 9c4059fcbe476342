package nl.koppelwerk;

import java.nio.file.Path;
import java.util.Map;

/** A PostgreSQL of its own in a folder, that can be crashed and started again where it was. */
public final class OwnPostgres implements AutoCloseable {

    private final DataDirectory directory;
    private EmbeddedDatabase database;

    public OwnPostgres(Path folder) {
        directory = DataDirectory.claim(folder);
        database = EmbeddedDatabase.start(directory);
    }

    public String url() {
        return database.url();
    }

    public int port() {
        return Integer.parseInt(directory.read("postgres.port").orElseThrow());
    }

    public String username() {
        return database.username();
    }

    public String password() {
        return database.password();
    }

    /** What tells a program to use it, by way of that port. */
    public Map<String, String> settings(int port) {
        return Map.of("KOPPELWERK_DATABASE_URL", url().replace(":" + port() + "/", ":" + port + "/"), "KOPPELWERK_DATABASE_USERNAME", username(),
                "KOPPELWERK_DATABASE_PASSWORD", password(), "KOPPELWERK_SECRETS_KEY", TestPostgres.SECRETS_KEY);
    }

    /** Every session is thrown out, and the log is replayed before the first answer. */
    public void restart() {
        database.close();
        database = EmbeddedDatabase.start(directory);
    }

    @Override
    public void close() {
        LastToStop.closeAll(database, directory);
    }
}
