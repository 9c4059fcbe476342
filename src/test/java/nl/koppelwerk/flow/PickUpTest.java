package nl.koppelwerk.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that somebody lays into the folder of a link, batch after batch. */
@Requirement("SN-51")
class PickUpTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String SHEET = "relatienummer;rollen;naam\nCMP-1;debiteur;Çelik B.V.\n";

    private Path folder;
    private Hub hub;
    private String link;

    @BeforeEach void a_link() throws IOException {
        // Within the build's own folder: the hub stops looking into it only some time after the test.
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "pick-up")), "run");
        hub = Hub.startedForBookkeeping(Map.of("koppelwerk.import.dir", folder.toString(), "koppelwerk.import.interval", "100", "koppelwerk.import.settle", "100"));
        link = hub.aBookkeepingLink();
    }

    @AfterEach void stop() { hub.close(); }

    @Test void a_file_is_imported_and_moved_aside() throws IOException {
        lay(link, SHEET);

        await().atMost(LIMIT).until(() -> hub.target.records.size() == 1);
        assertThat(hub.runs.of(link, "", 5)).extracting(Runs.Run::kind).containsExactly(Runs.Kind.IMPORT);
        assertThat(hub.target.records.values()).extracting(relatie -> relatie.values().get(Fields.NAME).text()).containsExactly("Çelik B.V.");
        await().atMost(LIMIT).until(() -> lying(link + "/taken").size() == 1);
        await().during(Duration.ofSeconds(2)).atMost(LIMIT).until(() -> lying(link + "/taken").size() == 1 && lying("taken").isEmpty());
        assertThat(lying(link)).isEmpty();
        assertThat(hub.runs.of(link, "", 5)).as("it is not found again").hasSize(1);
    }

    @Test void an_empty_file_is_taken_and_refused_with_words() throws IOException {
        lay(link, "");

        await().atMost(LIMIT).until(() -> hub.runs.of(link, "", 5).stream().anyMatch(run -> run.state() == Runs.State.FAILED));
        assertThat(hub.runs.of(link, "", 5)).extracting(Runs.Run::why).singleElement().asString().isNotBlank();
        await().atMost(LIMIT).until(() -> lying(link).isEmpty());
    }

    @Test void a_file_that_no_call_would_take_for_its_size_is_not_taken_from_the_folder_either() throws IOException {
        try (var file = new java.io.RandomAccessFile(Files.createDirectories(folder.resolve(link)).resolve("large.csv").toFile(), "rw")) {
            file.setLength((50L << 20) + 1);
        }

        await().atMost(LIMIT).until(() -> lying(link + "/refused").size() == 1);
        assertThat(hub.runs.of(link, "", 5)).isEmpty();
    }

    @Test void a_file_of_a_link_that_nobody_has_is_put_with_the_refused_ones() throws IOException {
        lay("nobody", SHEET);

        await().atMost(LIMIT).until(() -> lying("nobody/refused").size() == 1);
        assertThat(lying("nobody/taken")).isEmpty();
    }

    @Test void a_file_that_the_ledger_did_not_take_stays_and_is_tried_again() throws IOException {
        hub.ledger.fails("Imports.begin", () -> new IllegalStateException("the ledger is down"));
        lay(link, SHEET);
        await().atMost(LIMIT).until(() -> hub.ledger.calls("Imports.begin") > 1);
        assertThat(lying(link)).hasSize(1);
        assertThat(lying(link + "/taken")).isEmpty();

        hub.ledger.worksAgain();

        await().atMost(LIMIT).until(() -> hub.target.records.size() == 1);
        await().atMost(LIMIT).until(() -> lying(link + "/taken").size() == 1);
        assertThat(hub.runs.of(link, "", 5)).hasSize(1);
    }

    @Test void a_link_of_the_file_system_is_not_followed() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), SHEET);
        Files.createSymbolicLink(Files.createDirectories(folder.resolve(link)).resolve("relaties.csv"), secret.toAbsolutePath());

        await().atMost(LIMIT).until(() -> !Files.isSymbolicLink(folder.resolve(link).resolve("relaties.csv")));
        assertThat(hub.runs.of(link, "", 5)).isEmpty();
        assertThat(secret).exists();
    }

    /** With the moment before it, its name would be longer than a file system takes. */
    @Test void a_file_that_cannot_be_moved_aside_is_taken_once() throws IOException {
        var place = Files.createDirectories(folder.resolve(link));
        Files.move(Files.writeString(folder.resolve("half"), SHEET), place.resolve("r".repeat(240) + ".csv"));
        await().atMost(LIMIT).until(() -> hub.runs.of(link, "", 5).size() == 1);

        await().during(Duration.ofSeconds(3)).atMost(LIMIT).until(() -> hub.runs.of(link, "", 5).size() == 1);
    }

    /** Whole at once, as a move is. */
    private void lay(String under, String sheet) throws IOException {
        var place = Files.createDirectories(folder.resolve(under));
        Files.move(Files.writeString(folder.resolve("half"), sheet), place.resolve("relaties.csv"));
    }

    /** Without the mark that stands beside a file while it is taken. */
    private List<Path> lying(String under) throws IOException {
        if (!Files.isDirectory(folder.resolve(under))) return List.of();
        try (Stream<Path> files = Files.list(folder.resolve(under))) {
            return files.filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".camelLock")).toList();
        }
    }
}
