package nl.koppelwerk;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Supplier;
import nl.koppelwerk.DemonstrationCalls.StoryStopped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The demonstration: an office with its link against the sandbox, and a story told in the terminal, once. */
@ApplicationScoped
class Demonstration {
    @Inject DemonstrationSandbox sandbox;
    @Inject DemonstrationOffice office;
    @ConfigProperty(name = "koppelwerk.demo.enabled") boolean enabled;
    @ConfigProperty(name = "koppelwerk.data.dir") String data;
    @ConfigProperty(name = "quarkus.http.port") int port;
    private Thread teller;

    void started(@Observes StartupEvent start) {
        if (enabled) {
            teller = new Thread(this::tell, "demonstration");
            teller.setDaemon(true);
            teller.start();
        }
    }

    void stopped(@Observes ShutdownEvent stop) {
        if (teller != null) {
            teller.interrupt();
        }
    }

    private void tell() {
        try {
            say("""

                    DEMONSTRATION of Koppelwerk: invented people, known passwords, loopback addresses allowed. Not for real data.
                      hub      %s   users viewer, operator and admin; the password is the name
                      sandbox  %s   a stand-in for every system that can be called; this link is of AdvocaatCentraal and Tribe CRM
                    """.formatted(hub(), sandbox.address()));
            String link = office.open(sandbox.address());
            play(new DemonstrationStory(new DemonstrationCalls(hub(), sandbox.address()), link));
            say(addresses(link));
        } catch (StoryStopped toldToStop) {
            // The next start goes on at the same chapter.
        } catch (RuntimeException failure) {
            say("The demonstration stopped: " + failure.getMessage());
        }
    }

    private void play(DemonstrationStory story) {
        if (told().size() == 6) {
            say("  The story was told at an earlier start; everything goes on where it was. Remove the folder " + data + " to see it again.");
        }
        chapter("1 ", story::initialRun);
        chapter("2 ", story::editInTribe);
        chapter("3 ", story::editInAdvocaatCentraal);
        chapter("4 ", story::conflict);
        chapter("5 ", story::ourRefusal);
        chapter("6 ", story::theirRefusal);
    }

    private void chapter(String number, Supplier<String> chapter) {
        if (told().stream().noneMatch(line -> line.startsWith(number))) {
            String line = number + chapter.get();
            say("  " + line);
            remember(line);
        }
    }

    private String addresses(String link) {
        return """

                  Look at it:
                    curl -u viewer:viewer '%1$s/api/v1/links/%2$s/relations?state=held'
                    curl -u viewer:viewer '%1$s/api/v1/holds'
                    curl -u viewer:viewer '%1$s/api/v1/dead-letters'
                    curl -u viewer:viewer '%1$s/q/openapi'                    every call, with an example
                    curl '%3$s/_sandbox/tribe/records?set=Relation_Organization'    what Tribe holds
                  Do something:
                    curl -u operator:operator -X POST '%1$s/api/v1/dead-letters/replay' -H 'Content-Type: application/json' -d '{}'
                  Ctrl-C stops all of it; the same command goes on where it was.
                """.formatted(hub(), link, sandbox.address());
    }

    private List<String> told() {
        try {
            return Files.exists(book()) ? Files.readAllLines(book()) : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void remember(String line) {
        try {
            Files.createDirectories(book().getParent());
            Files.writeString(book(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path book() {
        return Path.of(data).toAbsolutePath().resolve("demonstration.txt");
    }

    private String hub() {
        return "http://127.0.0.1:" + port;
    }

    /** The account is what the demonstration is for, so it is printed and not logged. */
    private static void say(String text) {
        System.out.println(text);
    }
}
