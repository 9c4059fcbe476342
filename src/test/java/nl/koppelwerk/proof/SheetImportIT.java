package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class SheetImportIT {

    private static final Duration LIMIT = Duration.ofMinutes(60);
    private static final int RELATIONS = 10;
    /** One row in a hundred is bad, each in one of these ways: no name, a role that is none, too few cells. */
    private static final int BAD = 100;
    private static final List<String> FLAWS = List.of("%d;;debiteur;rij%d@blad.example;1000,00", "%d;Rij %d;vriend;;1000,00", "%d;Rij %d;debiteur");
    /** One row in fifty is a debtor and becomes a relatie; all others are prospects. */
    private static final int DEBTOR = 50;
    private static final int FIRST = 500_000;
    /** Below the header. */
    private static final int FIRST_LINE = 2;

    @TempDir
    Path folder;
    private BookkeepingScene scene;

    @AfterEach
    void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    @Requirement("SN-41")
    void a_long_sheet_is_read_and_each_bad_row_of_it_stands_in_the_error_file() throws IOException {
        scene = BookkeepingScene.of(folder, RELATIONS, Map.of());
        scene.api().activate(scene.link().id());
        var sheet = Files.write(folder.resolve("relaties.csv"), (Iterable<String>) IntStream.range(0, Sizes.rows() + 1).mapToObj(SheetImportIT::line)::iterator);
        var before = Consumption.peakMegabytes(scene.hub().pid());
        var began = System.nanoTime();

        var run = scene.api().bring(scene.link().id(), sheet);
        await("all rows are read").atMost(LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> scene.api().run(run).path("walked").asBoolean());
        var read = seconds(began);
        var ended = scene.api().awaitRun(run, LIMIT);

        var errors = scene.api().runs().file(run, "errors.csv").lines().toList();
        System.out.printf("%d rows in %.1f MB: read after %.1f s, looked at after %.1f s, peak %d MB (%d before), %s, %d lines of errors such as%n  %s%n  %s%n", Sizes.rows(), Files.size(sheet) / 1e6, read,
                seconds(began), Consumption.peakMegabytes(scene.hub().pid()), before, ended.path("balance"), errors.size() - 1, errors.get(0), String.join("\n  ", errors.subList(1, 4)));
        assertThat(scene.api().runs().files(run)).containsExactlyInAnyOrder("errors.csv", "errors.xlsx");
        assertThat(errors.stream().skip(1).map(line -> Integer.parseInt(line.split(";")[0]) - FIRST_LINE)).as("bad rows").containsExactlyElementsOf(bad());
        assertThat(InitialRunIT.sum(ended.path("balance"))).isEqualTo(ended.path("read").asInt()).isEqualTo(Sizes.rows());
        assertThat(ended.path("balance").path("refused").asInt()).isEqualTo(bad().size());
        assertThat(scene.vendors().export(Vendors.SNELSTART).stream().filter(relatie -> BookkeepingDesk.kind(relatie).equals(BookkeepingFaces.CUSTOMER))).as("relaties of its debtors").hasSize(debtors());
    }

    /** The header, then row after row. */
    private static String line(int place) {
        var row = place - 1;
        if (place == 0) {
            return "relatienummer;naam;rollen;e-mail;kredietlimiet";
        }
        var form = isBad(row) ? FLAWS.get(row / BAD % FLAWS.size()) : isDebtor(row) ? "%d;Rij %d;debiteur;rij%d@blad.example;1000,00" : "%d;Rij %d;prospect;;";
        return form.formatted(FIRST + row, row, row);
    }

    private static boolean isBad(int row) {
        return row % BAD == BAD / 2 + 1;
    }

    private static boolean isDebtor(int row) {
        return row % DEBTOR == 0;
    }

    private static List<Integer> bad() {
        return IntStream.range(0, Sizes.rows()).filter(SheetImportIT::isBad).boxed().toList();
    }

    private static int debtors() {
        return (int) IntStream.range(0, Sizes.rows()).filter(SheetImportIT::isDebtor).count();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
