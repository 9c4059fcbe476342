package nl.koppelwerk.proof;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import nl.koppelwerk.TestPostgres;

/** A fresh database on a PostgreSQL that is no process of the hub's. */
final class ProofDatabase {

    private final String name = "proof_" + System.nanoTime();

    ProofDatabase() {
        execute(TestPostgres.url(), "CREATE DATABASE " + name);
    }

    /** What tells a hub to use it. */
    Map<String, String> settings() {
        return Map.of("KOPPELWERK_DATABASE_URL", url(), "KOPPELWERK_DATABASE_USERNAME", TestPostgres.username(),
                "KOPPELWERK_DATABASE_PASSWORD", TestPostgres.password(), "KOPPELWERK_SECRETS_KEY", TestPostgres.SECRETS_KEY);
    }

    /** The process id of the server. */
    long pid() {
        return Long.parseLong(text("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)"));
    }

    /** Notices that are there, due or not. */
    long notices() {
        return Long.parseLong(text("SELECT count(*) FROM notice"));
    }

    long commits() {
        return Long.parseLong(text("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()"));
    }

    /** All rows of all tables as text, by table. */
    Map<String, String> dump() {
        var tables = text("SELECT string_agg(tablename, ' ') FROM pg_tables WHERE schemaname = 'public'").split(" ");
        return Arrays.stream(tables).collect(Collectors.toMap(table -> "table " + table, table -> text("SELECT coalesce(string_agg(t::text, E'\\n'), '') FROM " + table + " t")));
    }

    private String url() {
        return TestPostgres.url().replaceFirst("/[^/?]+(?=\\?|$)", "/" + name);
    }

    private String text(String query) {
        try (var connection = DriverManager.getConnection(url(), TestPostgres.username(), TestPostgres.password());
             var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void execute(String url, String sql) {
        try (var connection = DriverManager.getConnection(url, TestPostgres.username(), TestPostgres.password());
             var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
