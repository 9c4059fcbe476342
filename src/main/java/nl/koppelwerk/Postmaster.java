package nl.koppelwerk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The PostgreSQL server that a killed process left behind in its data directory.
 * Only the owner of the directory's lock may ask, so a live server here has lost its program.
 */
final class Postmaster {
    private static final Logger LOG = Logger.getLogger(Postmaster.class);

    private final Path pidFile;
    private final Duration patience;

    Postmaster(Path databaseDirectory, Duration patience) {
        this.pidFile = databaseDirectory.resolve("postmaster.pid");
        this.patience = patience;
    }

    /** Stops a live server properly and clears the pid file of a dead one, so that there are never two. */
    void leaveNothingBehind() {
        try {
            Optional<ProcessHandle> alive = alive();
            if (alive.isPresent()) {
                LOG.infof("Stopping the PostgreSQL that an earlier run left behind (process %d)", alive.get().pid());
                stop(alive.get());
            }
            // With the process gone the number in it may soon be another program's, and PostgreSQL would not start.
            Files.deleteIfExists(pidFile);
        } catch (IOException failure) {
            throw new CannotStart("The state of the embedded database cannot be read: " + failure, failure);
        }
    }

    /** A state that cannot be read counts as alive: nothing is started beside what may be running. */
    boolean isAlive() {
        try {
            return alive().isPresent();
        } catch (IOException unreadable) {
            return true;
        }
    }

    private Optional<ProcessHandle> alive() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty() ? Optional.empty() : process(lines.get(0)).filter(Postmaster::isPostgres);
    }

    private static Optional<ProcessHandle> process(String pid) {
        return pid.strip().matches("\\d+") ? ProcessHandle.of(Long.parseLong(pid.strip())).filter(ProcessHandle::isAlive) : Optional.empty();
    }

    /** A number that was given to another program since is not ours to stop; a hidden name counts as PostgreSQL. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.contains("postgres")).orElse(true);
    }

    private void stop(ProcessHandle server) throws IOException {
        askToStop(server);
        try {
            server.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            throw new CannotStart("The PostgreSQL of an earlier run (process " + server.pid() + ") does not stop. Stop it by hand.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while the PostgreSQL of an earlier run was stopping", interrupted);
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown; SIGTERM, which is all that Java can send, waits for every client to leave. */
    private static void askToStop(ProcessHandle server) throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        if (windows) {
            server.destroy();
        } else {
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).inheritIO().start();
        }
    }
}
