package nl.koppelwerk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as an operator runs it: two full starts, and starts that are refused at once. */
class PackagedProgramIT {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(45);

    @TempDir
    Path folder;
    private Process program;

    @AfterEach
    void leave_nothing_running() throws Exception {
        if (program != null && program.isAlive()) {
            program.destroy();
            program.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void it_comes_back_after_kill_9_and_takes_its_database_along_when_it_is_told_to_stop() throws Exception {
        int port = freePort();
        start(port, Map.of());
        awaitReady(port);
        program.destroyForcibly().waitFor();

        start(port, Map.of());
        awaitReady(port);
        program.destroy();

        assertThat(program.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_taken_port_is_said_in_one_sentence() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            start(other.getLocalPort(), Map.of());

            assertThat(program.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isEqualTo(1);
            assertThat(said()).contains("port " + other.getLocalPort() + " is taken", "quarkus.http.port").doesNotContain("\tat ");
        }
    }

    @Test
    void a_database_elsewhere_without_a_key_is_refused_by_name_of_the_setting() throws Exception {
        start(freePort(), Map.of("KOPPELWERK_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/nowhere"));

        assertThat(program.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(said()).contains("koppelwerk.secrets.key is required").doesNotContain("\tat ");
    }

    private void start(int port, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx400m", "-jar",
                Path.of(System.getProperty("koppelwerk.jar", "target/quarkus-app/quarkus-run.jar")).toAbsolutePath().toString());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().putAll(environment);
        program = builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log().toFile()).start();
    }

    private void awaitReady(int port) {
        URI ready = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
        await("readiness").atMost(START).pollInterval(Duration.ofMillis(200)).until(() -> status(ready).equals(Optional.of(200)));
    }

    private static Optional<Integer> status(URI address) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
            return Optional.of(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException notListeningYet) {
            return Optional.empty();
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    private String said() throws IOException {
        return Files.readString(log());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
