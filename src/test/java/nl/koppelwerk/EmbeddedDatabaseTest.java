package nl.koppelwerk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void it_is_as_durable_and_as_closed_as_a_server_run_by_hand() throws Exception {
        try (Running running = new Running(folder)) {
            assertThat(running.show("fsync")).isEqualTo("on");
            assertThat(running.show("synchronous_commit")).isEqualTo("on");
            assertThat(running.show("full_page_writes")).isEqualTo("on");
            assertThat(running.show("listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(running.show("unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void a_wrong_password_opens_nothing() {
        try (Running running = new Running(folder)) {
            String url = running.database.url();

            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void what_was_committed_is_there_after_a_restart_on_the_same_address() throws Exception {
        String before;
        try (Running running = new Running(folder)) {
            running.execute("CREATE TABLE kept AS SELECT 1 AS n");
            before = running.database.url();
        }

        try (Running again = new Running(folder)) {
            assertThat(again.value("SELECT n FROM kept")).isEqualTo("1");
            assertThat(again.database.url()).isEqualTo(before);
        }
    }

    @Test
    void a_server_that_ended_by_itself_runs_again_on_the_same_address() throws Exception {
        try (Running running = new Running(folder)) {
            running.execute("CREATE TABLE kept AS SELECT 1 AS n");

            ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> assertThat(running.value("SELECT n FROM kept")).isEqualTo("1"));
        }
    }

    @Test
    void where_the_data_went_away_no_empty_database_takes_their_place() throws Exception {
        try (Running running = new Running(folder)) {
            ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
            Files.move(folder.resolve("postgres"), folder.resolve("away"));

            server.destroyForcibly();

            await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(20)).until(() -> !Files.exists(folder.resolve("postgres").resolve("PG_VERSION")));
            Files.move(folder.resolve("away"), folder.resolve("postgres"));
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> assertThat(running.value("SELECT 1")).isEqualTo("1"));
        }
    }

    @Test
    void a_process_killed_at_work_leaves_one_server_and_every_commit() throws Exception {
        Process killed = child();
        long leftBehind;
        try (BufferedReader said = killed.inputReader(UTF_8)) {
            assertThat(said.lines().anyMatch("committed"::equals)).isTrue();
            leftBehind = postmaster();
            killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }

        try (Running after = new Running(folder)) {
            assertThat(after.value("SELECT n FROM kept")).isEqualTo("1");
            assertThat(ProcessHandle.of(leftBehind).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    void a_pid_file_whose_number_now_belongs_to_another_program_is_cleared() throws Exception {
        new Running(folder).close();
        Path pidFile = folder.resolve("postgres").resolve("postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + folder + "\n");

        try (Running after = new Running(folder)) {
            assertThat(after.value("SELECT 1")).isEqualTo("1");
            assertThat(postmaster()).isNotEqualTo(ProcessHandle.current().pid());
        }
    }

    private long postmaster() throws Exception {
        return Long.parseLong(Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid")).get(0).strip());
    }

    private Process child() throws Exception {
        return new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
                "-cp", System.getProperty("java.class.path"), Victim.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** Commits one row, says so, and waits to be killed. */
    static final class Victim {
        public static void main(String... arguments) throws Exception {
            Running running = new Running(Path.of(arguments[0]));
            running.execute("CREATE TABLE kept AS SELECT 1 AS n");
            System.out.println("committed");
            System.in.read();
        }
    }

    private static final class Running implements AutoCloseable {
        private final DataDirectory directory;
        private final EmbeddedDatabase database;

        Running(Path folder) {
            directory = DataDirectory.claim(folder);
            database = EmbeddedDatabase.start(directory);
        }

        String show(String setting) throws SQLException {
            return value("SHOW " + setting);
        }

        String value(String query) throws SQLException {
            try (Connection connection = connection(); Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getString(1);
            }
        }

        void execute(String sql) throws SQLException {
            try (Connection connection = connection(); Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        private Connection connection() throws SQLException {
            return DriverManager.getConnection(database.url(), database.username(), database.password());
        }

        @Override
        public void close() {
            database.close();
            directory.close();
        }
    }
}
