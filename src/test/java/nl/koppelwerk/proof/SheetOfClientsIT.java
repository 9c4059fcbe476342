package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nl.koppelwerk.sheet.WrongClients;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook of clients, old ones, new ones and more than forty that are wrong, through the program and into Accounton. */
@Tag("full")
class SheetOfClientsIT {

    private static final int CLIENTS = 120;
    private static final int KNOWN = 20;
    private static final int NEW = 25;
    private static final int CHANGED = 7;
    /** Whoever has a number at the office is known by it. */
    private static final String OFFICE_NUMBER = "C-";

    @TempDir
    Path folder;
    private ImportScene scene;
    private final WrongClients wrong = new WrongClients();

    @AfterEach
    void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    @Requirement({"IM-02", "IM-10", "IM-13", "IM-16", "IM-22"})
    void every_wrong_row_says_why_and_stops_nobody_else() throws Exception {
        scene = ImportScene.of(folder, CLIENTS, "excel-accounton", Map.of(), Map.of("label", "AJ2026"));
        scene.hub.api().activate(scene.link);
        var before = scene.clients().size();
        var good = new ArrayList<>(known());
        IntStream.range(0, NEW).forEach(n -> good.add(WrongClients.row("voornaam", "Nieuw", "achternaam", "Klant " + n, "e-mail", "nieuw" + n + "@mail.example", "klantnummer", "N-" + n)));

        bring(good);
        var preview = scene.preview(List.of());

        assertThat(scene.roots(preview, ClientBuckets.ADDED)).isEqualTo(ids("N-", NEW));
        assertThat(scene.roots(preview, ClientBuckets.BOTH)).isEqualTo(ids("O-", KNOWN));
        var told = scene.items(preview, ClientBuckets.INVALID).stream().collect(Collectors.toMap(item -> scene.root(item, "source"), SheetOfClientsIT::reasons));
        assertThat(told).isEqualTo(wanted());
        System.out.printf("%d rows, %d of them wrong in their own way: %s%n", good.size() + told.size(), told.size(), scene.hub.api().run(preview).path("why").asText());
        new LinkedHashMap<>(told).entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(row -> System.out.printf("  %s: %s%n", row.getKey(), row.getValue()));

        scene.hub.api().runs().apply(preview, Map.of("questionnaires", ImportScene.QUESTIONNAIRES));
        System.out.printf("applied: %s%n", scene.hub.api().awaitRun(preview, ImportScene.LIMIT).path("balance"));
        assertThat(scene.clients()).hasSize(before + NEW);
        assertThat(scene.clients().values()).filteredOn(client -> client.path("mobileNumber").asText().equals("+32470123456")).hasSize(KNOWN + NEW);

        bring(good);
        assertThat(scene.rootsToWrite(scene.preview(List.of()))).as("the same sheet again").isEmpty();
        good.subList(0, CHANGED).forEach(row -> row.put("gsm", "0499 11 22 33"));
        bring(good);
        var later = scene.preview(List.of());
        assertThat(scene.rootsToWrite(later)).as("a season later").isEqualTo(ids("O-", CHANGED));
        assertThat(scene.roots(later, ClientBuckets.ADDED)).isEmpty();
        assertThat(scene.whereabouts(good.stream().map(row -> (String) row.get("rijksregisternummer")).filter(number -> !number.isEmpty()).limit(10).toList())).isEmpty();
    }

    /** Of Accounton's own clients, with another mobile number. */
    private List<Map<String, Object>> known() {
        var clients = scene.vendors.export("accounton").stream().filter(client -> client.hasNonNull("nationalNumber") && client.path("language").asText().equals("nl")).toList();
        assertThat(clients).hasSizeGreaterThanOrEqualTo(KNOWN);
        return IntStream.range(0, KNOWN).mapToObj(n -> row(clients.get(n), "O-" + n)).toList();
    }

    private static Map<String, Object> row(JsonNode client, String number) {
        return WrongClients.row("voornaam", client.path("firstName").asText(), "achternaam", client.path("lastName").asText(), "e-mail", client.path("email").asText(), "rijksregisternummer",
                client.path("nationalNumber").asText(), "klantnummer", number);
    }

    private void bring(List<Map<String, Object>> good) throws java.io.IOException {
        var rows = new ArrayList<>(wrong.rows());
        rows.addAll(good);
        var sheet = Files.copy(WrongClients.workbook(rows), folder.resolve("klanten-" + System.nanoTime() + ".xlsx"));
        scene.hub.api().awaitRun(scene.hub.api().bring(scene.link, sheet), ImportScene.LIMIT);
    }

    private Map<String, String> wanted() {
        var wanted = new HashMap<String, String>();
        for (int i = 0; i < wrong.wanted().size(); i++) {
            wanted.put(OFFICE_NUMBER + "K-" + i, wrong.wanted().get(i));
        }
        return wanted;
    }

    private static String reasons(JsonNode item) {
        return StreamSupport.stream(item.path("reasons").spliterator(), false).map(reason -> reason.path("field").asText("") + " " + reason.path("code").asText()).sorted().distinct().collect(Collectors.joining(", "));
    }

    private static java.util.Set<String> ids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(n -> OFFICE_NUMBER + prefix + n).collect(Collectors.toSet());
    }
}
