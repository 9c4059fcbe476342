package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A season's import into Accounton: what was previewed and chosen is done and nothing else, and a season later only what changed is proposed. */
@Tag("full")
class ClientImportIT {

    private static final int RELATIONS = Sizes.clients();
    private static final int EDITED = Math.max(2, RELATIONS / 160);
    private static final int CHANGED = Math.max(3, RELATIONS * 3 / 80);
    private static final String TASKFLOW = "Personenbelasting";

    @TempDir
    Path folder;
    private ImportScene scene;

    @AfterEach
    void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    @Requirement({"IM-01", "IM-02", "IM-05", "IM-15", "IM-20", "IM-21", "IM-22", "IM-24", "IM-90", "IM-91", "IM-93"})
    void a_season_of_all_clients_of_AdminPulse() {
        begin("adminpulse", Map.of("baseUrl", "/adminpulse", "credentials", Map.of("apiKey", "adminpulse-demo-key")));

        tell(new ImportSeason(scene, "adminpulse", List.of(), ImportedClient::ofAdminPulse), "mobile");
    }

    @Test
    @Requirement({"IM-02", "IM-04", "IM-11", "IM-12"})
    void a_season_of_one_taskflow_of_Admin_Consult() {
        begin("admin-consult", Map.of("baseUrl", "/admin-consult", "officeNumber", "demo", "credentials", Map.of("apiKey", "admin-consult-demo-key")));
        var season = new ImportSeason(scene, "admin-consult", List.of(TASKFLOW), customer -> ImportedClient.ofAdminConsult(customer, Set.of(TASKFLOW)));

        tell(season, "Mobile");

        assertThat(reasons(season.preview())).as("why who is only in Accounton is so").contains("NOT_IN_SOURCE", "NOT_IN_TASKFLOW");
    }

    private void begin(String system, Map<String, Object> source) {
        scene = ImportScene.of(folder, RELATIONS, system + "-accounton", source, Map.of("label", "AJ2026"));
        scene.old(RELATIONS * 7 / 8);
        scene.hub.api().activate(scene.link);
    }

    private static void tell(ImportSeason season, String mobile) {
        season.isSeen();
        var untouched = season.isApplied(EDITED);
        season.hasNothingMoreToDo(untouched);
        season.proposesOnlyWhatChangedLater(CHANGED, mobile);
        season.leavesNoNumberInClear();
    }

    private Set<String> reasons(String preview) {
        return scene.items(preview, ClientBuckets.LEFT).stream().flatMap(item -> StreamSupport.stream(item.path("reasons").spliterator(), false)).map(reason -> reason.path("code").asText())
                .collect(java.util.stream.Collectors.toSet());
    }
}
