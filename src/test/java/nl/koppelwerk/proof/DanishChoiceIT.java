package nl.koppelwerk.proof;

import static nl.koppelwerk.proof.Wording.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class DanishChoiceIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int CUSTOMERS = 20;
    private static final int ALWAYS = 1_000;
    /** In both directions; by the order of the fields Clickmate, the target, is written first. */
    private static final Map<String, String> CHOICES = Map.of("email", "source", "phone", "source", "name", "target", "website", "target");
    private static final Map<String, String> CHOSEN = Map.of("email", "bog@valg.example", "phone", "4533121212", "name", "Salg ApS", "website", "crm.example");

    @TempDir
    Path folder;
    private DanishScene scene;
    private String number;
    private String customer;

    /** Edited on both sides while no webhook tells the hub, so that only the comparison knows. */
    @BeforeEach
    void a_customer_differs_in_four_fields() {
        scene = DanishScene.settled(folder, CUSTOMERS, Hub.withShortLeases(Map.of()));
        var pair = scene.pairs().entrySet().iterator().next();
        number = pair.getKey();
        customer = pair.getValue();
        scene.desk().webhooksAreLost(1);
        scene.desk().editEconomic(number, Map.of("name", "Regnskab ApS", "telephoneAndFaxNumber", "33 12 12 12", "email", "bog@valg.example", "website", "https://bog.example"));
        scene.desk().editClickmate(customer, Map.of("name", "Salg og Service ApS", "phone", "+4533343434", "email", "salg@valg.example", "website", "https://crm.example"));
    }

    @AfterEach
    void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    @Requirement({"CL-07", "CL-08", "CL-10"})
    void what_was_chosen_stands_in_both_once_though_e_conomic_failed_after_clickmate_was_written_and_the_program_died() {
        refusedAfterAnEdit();
        chosenWhileEconomicFails();
        killedWhileEconomicFails();

        var healed = System.nanoTime();
        scene.vendors().mendFaults();

        await("e-conomic has what was chosen").atMost(LIMIT).until(() -> holds(DanishFaces.economic(scene.desk().economic(number))));
        System.out.printf("finished %.1f s after e-conomic healed%n  %s%n  %s%n", (System.nanoTime() - healed) / 1e9, scene.calls(Vendors.ECONOMIC), scene.calls(Vendors.CLICKMATE));
        scene.link().awaitQuiet(LIMIT);
        assertThat(holds(DanishFaces.clickmate(scene.desk().clickmate(customer)))).isTrue();
        assertThat(relation().compare().path("status").asText()).isEqualTo("equal");
        assertThat(scene.link().compare().differences()).isEmpty();
        assertWrittenOnce();
        assertNamed();
    }

    @Test
    @Requirement("CL-10")
    void a_choice_of_the_side_that_alone_was_edited_unheard_of_is_carried_out() {
        var other = scene.pairs().entrySet().stream().skip(1).findFirst().orElseThrow();
        scene.desk().editClickmate(other.getValue(), Map.of("website", "https://kun-crm.example"));
        var relation = scene.api().relation(text(scene.api().bySource(scene.link().id(), other.getKey()).path("id")));

        var answer = relation.choose(text(relation.compare().path("stamp")), Map.of("website", "target"));

        assertThat(answer.body().path("written")).as(answer.toString()).extracting(JsonNode::asText).containsExactly("source");
        assertThat(DanishFaces.economic(scene.desk().economic(other.getKey())).get("website")).isEqualTo("kun-crm.example");
    }

    private void refusedAfterAnEdit() {
        var shown = relation().compare();
        assertThat(shown.path("fields")).filteredOn(line -> !line.path("equal").asBoolean()).extracting(line -> text(line.path("field"))).hasSameElementsAs(CHOICES.keySet());
        scene.vendors().forgetCalls();
        scene.desk().editClickmate(customer, Map.of("name", "Salg ApS"));

        var answer = relation().choose(text(shown.path("stamp")), CHOICES);

        System.out.println("after an edit: " + answer.status() + " " + answer.body().path("errors"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(text(answer.body().path("errors").path(0).path("code"))).isEqualTo("CHANGED_SINCE_SHOWN");
        assertThat(scene.writes()).as("nothing is written").isZero();
    }

    private void chosenWhileEconomicFails() {
        scene.vendors().fault(Map.of("system", Vendors.ECONOMIC, "method", "PUT", "pathContains", number, "kind", "status", "status", 503, "times", ALWAYS));

        var answer = relation().choose(text(relation().compare().path("stamp")), CHOICES);

        System.out.println("while e-conomic fails: " + answer.status() + " " + answer.body());
        assertThat(answer.status()).isEqualTo(202);
        assertThat(text(answer.body().path("state"))).isEqualTo("pending");
        assertThat(answer.body().path("written")).extracting(JsonNode::asText).containsExactly("target");
        assertThat(answer.body().path("open")).extracting(JsonNode::asText).containsExactly("source");
        assertThat(answer.body().path("reasons")).extracting(reason -> text(reason.path("code"))).contains("VENDOR_UNREACHABLE");
        assertThat(holds(DanishFaces.clickmate(scene.desk().clickmate(customer)))).isTrue();
    }

    /** What is due stands in its ledger alone. */
    private void killedWhileEconomicFails() {
        scene.hub().kill();
        var before = tries();
        scene.hub().start();
        await("it is tried again").atMost(LIMIT).until(() -> tries() > before);
        System.out.println("tried " + tries() + " times in all, " + before + " of them before the kill");
    }

    private int tries() {
        return scene.vendors().count("system=economic&method=PUT");
    }

    private void assertWrittenOnce() {
        for (var write : List.of("system=economic&method=PUT", "system=clickmate&method=PATCH")) {
            assertThat(scene.vendors().requests(write)).filteredOn(request -> request.path("status").asInt() / 100 == 2).as("taken of " + write).hasSize(1);
        }
        assertThat(relation().history()).filteredOn(DanishChoiceIT::isWrittenAfterTheRun).extracting(row -> text(row.path("side")) + " " + text(row.path("field")))
                .containsExactlyInAnyOrder("target email", "target phone", "source name", "source website");
    }

    /** The history says that a choice was the cause, the audit whose it was. */
    private void assertNamed() {
        assertThat(relation().history()).filteredOn(DanishChoiceIT::isWrittenAfterTheRun)
                .allSatisfy(row -> assertThat(row.path("notice")).extracting(JsonNode::asText).contains("answer"));
        var id = text(relation().whole().path("id"));
        assertThat(scene.api().audit()).filteredOn(act -> text(act.path("did")).equals("relation.resolve")).singleElement()
                .satisfies(act -> assertThat(text(act.path("who")) + " " + text(act.path("about"))).isEqualTo("admin " + id));
    }

    private static boolean isWrittenAfterTheRun(JsonNode row) {
        return row.path("written").asBoolean() && text(row.path("run")).isEmpty();
    }

    private RelationCalls relation() {
        return scene.api().relation(text(scene.api().bySource(scene.link().id(), number).path("id")));
    }

    private static boolean holds(Map<String, String> face) {
        return face.entrySet().containsAll(CHOSEN.entrySet());
    }
}
