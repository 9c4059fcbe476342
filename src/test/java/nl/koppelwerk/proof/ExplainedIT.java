package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class ExplainedIT {

    @TempDir
    static Path folder;
    private static Scene scene;

    @BeforeAll
    static void start() {
        scene = Scene.settled(folder, 60, Map.of("KOPPELWERK_POLL_INTERVAL", "PT2S"));
    }

    @AfterAll
    static void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    void what_is_in_sync_says_by_which_key_it_was_matched() {
        assertThat(explained("in-sync", scene.paired("BEDRIJF").get(0).get("id").asText())).contains("AC-");
    }

    @Test
    @Requirement("AC-14")
    void what_is_out_of_scope_says_that_its_type_is_not_mapped() {
        assertThat(explained("out-of-scope", scene.vendors().create(Map.of("soort", "PARTICULIER", "naam", "Jansen", "relatietypen", List.of("WEDERPARTIJ"))))).isNotBlank();
    }

    @Test
    void what_is_refused_says_what_is_missing() {
        assertThat(explained("refused", scene.vendors().create(Map.of("soort", "BEDRIJF", "telefoonnummer", "020 123 4567")))).isNotBlank();
    }

    @Test
    void what_is_held_shows_both_values() {
        var source = scene.paired("BEDRIJF").get(1).get("id").asText();
        scene.api().pause(scene.link().id());
        scene.vendors().edit(Vendors.AC, source, Map.of("website", "https://ac.example"));
        scene.vendors().edit(Vendors.TRIBE, scene.tribeIds().get(source), Map.of("Website", "https://tribe.example"));
        scene.api().resume(scene.link().id());

        assertThat(explained("held", source)).contains("website");
    }

    @Test
    void what_waits_for_a_vendor_that_is_down_is_pending() {
        scene.vendors().fault(Map.of("system", "tribe", "method", "POST", "pathContains", "Relation_Person", "kind", "status", "status", 503, "times", 1));

        var source = scene.vendors().create(Map.of("soort", "PARTICULIER", "naam", "Wachtman"));

        assertThat(explained("pending", source)).isNotBlank();
        await("it heals").atMost(Duration.ofSeconds(60)).until(() -> state(source).equals("in-sync"));
    }

    @Test
    void what_Tribe_refused_is_a_dead_letter_and_in_sync_once_it_is_replayed_after_the_cause_was_mended() {
        scene.vendors().fault(Map.of("system", "tribe", "method", "POST", "pathContains", "Relation_Person", "kind", "status", "status", 400, "times", 100));
        var source = scene.vendors().create(Map.of("soort", "PARTICULIER", "naam", "Geweigerd"));
        assertThat(explained("failed", source)).isNotBlank();
        var dead = scene.api().deadLetters();
        scene.vendors().mendFaults();

        dead.forEach(one -> scene.api().replay(one.get("id").asText()));

        assertThat(dead).isNotEmpty();
        await("it is in sync").atMost(Duration.ofSeconds(60)).until(() -> state(source).equals("in-sync"));
        assertThat(scene.link().inTribe(source).path("LastName").asText()).isEqualTo("Geweigerd");
    }

    /** Waits for the state; answers the explanation as it is read by a program. */
    private static String explained(String state, String source) {
        await(source + " is " + state).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(300)).until(() -> state(source).equals(state));
        var explanation = scene.api().relation(scene.api().bySource(scene.link().id(), source).get("id").asText()).explain().toPrettyString();
        System.out.println(state + ": " + explanation);
        return explanation;
    }

    private static String state(String source) {
        return scene.api().relations(scene.link().id(), "").stream().filter(one -> one.path("source").path("id").asText().equals(source))
                .map(one -> one.path("state").asText()).findFirst().orElse("unknown");
    }
}
