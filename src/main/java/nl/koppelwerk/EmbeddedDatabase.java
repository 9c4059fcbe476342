package nl.koppelwerk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A PostgreSQL of our own in the data directory, as durable as a server that is run by hand.
 * It listens on the loopback address only and knows one login, whose password was generated.
 */
final class EmbeddedDatabase implements AutoCloseable {
    /** After a crash the log is replayed before the first answer; two minutes replay more than a day's work. */
    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final String USER = "postgres";
    private static final String DATABASE = "koppelwerk";
    private static final String PASSWORD_FILE = "postgres.password";
    private static final String PORT_FILE = "postgres.port";

    /** The library's own lock; after a start that failed it keeps the file locked, and a new start would find it so. */
    private static final String LIBRARY_LOCK = "epg-lock";

    private final DataDirectory directory;
    private final String password;
    private final int port;
    private final Postmaster postmaster;
    private final Revival revival;
    private volatile EmbeddedPostgres server;

    private EmbeddedDatabase(DataDirectory directory, String password, int port) {
        this.directory = directory;
        this.password = password;
        this.port = port;
        this.postmaster = new Postmaster(directory.resolve("postgres"), RECOVERY);
        this.revival = new Revival(postmaster::isAlive, this::openAgain);
    }

    /** Starts the server, or takes up what an earlier run left; the caller owns the directory. */
    static EmbeddedDatabase start(DataDirectory directory) {
        String password = directory.secret(PASSWORD_FILE, RandomSecret::text);
        int port = LoopbackPort.remembered(directory.read(PORT_FILE));
        directory.write(PORT_FILE, Integer.toString(port));
        try {
            EmbeddedDatabase database = new EmbeddedDatabase(directory, password, port);
            database.open().createOnce();
            database.revival.begin();
            return database;
        } catch (IOException | SQLException | RuntimeException failure) {
            throw new CannotStart("The embedded PostgreSQL in " + directory.resolve("postgres").toAbsolutePath()
                    + " does not start: " + failure.getMessage()
                    + ". koppelwerk.database.url can name a server of your own instead.", failure);
        }
    }

    /** Where the data went away, a new and empty database in their place would be the worst of all. */
    private EmbeddedDatabase openAgain() throws IOException {
        if (!Files.exists(directory.resolve("postgres").resolve("PG_VERSION"))) {
            throw new IOException("its data are gone from " + directory.resolve("postgres").toAbsolutePath());
        }
        return open();
    }

    private EmbeddedDatabase open() throws IOException {
        postmaster.leaveNothingBehind();
        if (server != null) {
            server.close();
        }
        Files.deleteIfExists(directory.resolve("postgres").resolve(LIBRARY_LOCK));
        server = builder(directory, password).setPort(port).start();
        return this;
    }

    private static EmbeddedPostgres.Builder builder(DataDirectory directory, String password) {
        return durable(EmbeddedPostgres.builder())
                .setDataDirectory(directory.resolve("postgres").toAbsolutePath())
                // Beside the data, for a cleaner of temporary folders would take them from a running server.
                .setOverrideWorkingDirectory(directory.resolve("postgres-binaries").toAbsolutePath().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(RECOVERY)
                // The builder hands these to initdb, where the later --auth overrules the library's trust.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", directory.resolve(PASSWORD_FILE).toAbsolutePath().toString())
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", password);
    }

    /** The library is made for tests: it starts with -F and synchronous_commit=off. */
    private static EmbeddedPostgres.Builder durable(EmbeddedPostgres.Builder builder) {
        return builder
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("max_connections", "100");
    }

    private void createOnce() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + DATABASE);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    String username() {
        return USER;
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        revival.close();
        try {
            server.close();
        } catch (IOException failure) {
            throw new IllegalStateException("The embedded PostgreSQL did not stop cleanly; the next start recovers it", failure);
        }
    }
}
