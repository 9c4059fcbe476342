package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class InitialRunIT {

    @TempDir
    Path folder;
    private Scene scene;

    @AfterEach
    void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    @Requirement({"AC-20", "AC-21", "AC-22"})
    void after_an_initial_run_both_sides_are_equal_and_the_balance_adds_up() {
        scene = Scene.of(folder, Sizes.relations(), Map.of());
        var began = System.nanoTime();

        var run = scene.api().awaitRun(scene.begin(), Duration.ofMinutes(20));

        var verdict = scene.link().compare();
        System.out.println("initial run in " + (System.nanoTime() - began) / 1_000_000 + " ms: " + run + "\n" + verdict);
        assertThat(verdict.differences()).isEmpty();
        assertThat(verdict.wanted()).isGreaterThan(Sizes.relations() / 2);
        assertThat(run.path("read").asInt()).isEqualTo(Sizes.relations()).isEqualTo(sum(run.path("balance")));
    }

    @Test
    void a_second_run_writes_nothing() {
        scene = Scene.settled(folder, 100, Map.of());
        scene.vendors().forgetCalls();

        scene.api().awaitRun(scene.api().run(scene.link().id(), "full"), Duration.ofMinutes(2));

        assertThat(scene.vendors().count("system=tribe&method=PUT")).isZero();
        assertThat(scene.vendors().count("system=tribe&method=POST&pathContains=odata")).isZero();
        assertThat(scene.vendors().count("system=advocaatcentraal&method=PATCH")).isZero();
    }

    static int sum(JsonNode balance) {
        return StreamSupport.stream(balance.spliterator(), false).filter(JsonNode::isInt).mapToInt(JsonNode::asInt).sum();
    }
}
