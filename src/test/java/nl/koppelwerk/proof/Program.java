package nl.koppelwerk.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own in a folder of its own; all it says goes to one file. */
final class Program {

    private static final int SECONDS_TO_STOP = 45;

    private final Process process;

    private Program(Process process) {
        this.process = process;
    }

    /** Starts java with these arguments; a later start in the same folder goes on in the same file. */
    static Program start(Path folder, Path log, Map<String, String> environment, List<String> arguments) {
        return start(folder, log, environment, List.of(), arguments);
    }

    /** The same, by a command that begins another one. */
    static Program start(Path folder, Path log, Map<String, String> environment, List<String> within, List<String> arguments) {
        var command = new ArrayList<>(within);
        command.addAll(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(folder(folder).toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new Program(builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The packaged program: {@code quarkus-run.jar} with its libraries beside it. */
    static Path jar() {
        return Path.of(System.getProperty("koppelwerk.jar", "target/quarkus-app/quarkus-run.jar")).toAbsolutePath();
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** What {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(SECONDS_TO_STOP);
    }

    /** What {@code kill} sends under that name. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid())).inheritIO().start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to end, and makes it end when it does not. */
    void stop() {
        process.destroy();
        if (!awaitEnd(SECONDS_TO_STOP)) {
            kill();
        }
    }

    boolean awaitEnd(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
