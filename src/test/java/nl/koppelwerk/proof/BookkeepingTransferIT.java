package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class BookkeepingTransferIT {

    private static final Duration LIMIT = Duration.ofMinutes(60);

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
    @Requirement({"SN-06", "SN-40", "SN-41"})
    void an_empty_administration_gets_one_relatie_for_each_relation_and_hat() {
        scene = BookkeepingScene.of(folder, Sizes.relations(), Map.of());
        scene.desk().repeatKeys();
        scene.desk().spoil();

        transfer("empty", List.of());
    }

    @Test
    @Requirement({"SN-40", "SN-44"})
    void an_administration_that_knows_half_of_them_gets_none_of_them_twice() {
        scene = BookkeepingScene.of(folder, Sizes.relations(), Map.of());
        scene.desk().repeatKeys();
        scene.desk().spoil();
        var before = SnelStartBefore.of(scene.vendors().export(Vendors.COMPENDA));
        scene.vendors().load(Vendors.SNELSTART, before.relaties());
        var held = scene.vendors().export(Vendors.SNELSTART);

        transfer("half filled: " + before.relaties().size() + " relaties", held);

        assertThat(SnelStartBefore.untouched(scene.vendors().export(Vendors.SNELSTART))).as("what is SnelStart's alone").isEqualTo(SnelStartBefore.untouched(held)).hasSameSizeAs(before.relaties());
    }

    private void transfer(String before, List<JsonNode> held) {
        scene.vendors().forgetCalls();
        var run = timed("initial run to a SnelStart that is " + before, scene::begin);
        assertThat(InitialRunIT.sum(run.path("balance"))).as("balance").isEqualTo(run.path("read").asInt());
        isRight(held);

        // What was held for a key that a relatie had then and has no more is made by the run after it, and nothing else is.
        if (written() > 0) {
            isRight(held);
            assertThat(written()).as("writes of a run after which nothing changed").isZero();
        }
    }

    private void isRight(List<JsonNode> held) {
        var verdict = scene.link().compare(held);
        System.out.println("  " + scene.link().reasons() + "\n  " + verdict);
        assertThat(verdict.doubled()).as("in SnelStart more than once").isEmpty();
        assertThat(verdict.differences()).isEmpty();
    }

    private int written() {
        scene.vendors().forgetCalls();
        var again = timed("full run", () -> scene.api().run(scene.link().id(), "full"));
        assertThat(again.path("balance").path("updated").asInt()).isZero();
        assertThat(scene.writes()).as("made where a hold is over").isEqualTo(again.path("balance").path("created").asInt()).isLessThan(Sizes.relations() / 1000 + 1);
        return scene.writes();
    }

    private JsonNode timed(String what, java.util.function.Supplier<String> begun) {
        var began = System.nanoTime();
        var run = scene.api().awaitRun(begun.get(), LIMIT);
        scene.link().awaitQuiet(LIMIT);
        System.out.printf("%s, %d relations: %.1f s, read %s, balance %s%n  %s%n", what, Sizes.relations(), (System.nanoTime() - began) / 1e9, run.path("read"), run.path("balance"), scene.calls());
        return run;
    }
}
