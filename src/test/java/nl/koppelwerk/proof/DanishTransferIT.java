package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class DanishTransferIT {

    private static final Duration LIMIT = Duration.ofMinutes(30);

    @TempDir
    Path folder;
    private DanishScene scene;

    @AfterEach
    void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    @Requirement({"CL-01", "CL-28"})
    void two_systems_that_know_the_same_customers_already_become_equal_without_a_duplicate() {
        scene = DanishScene.of(folder, Sizes.customers(), Map.of());
        scene.desk().spellCvrNumbersOtherwise();
        var before = ClickmateBefore.of(scene.vendors().export(Vendors.ECONOMIC));
        scene.desk().loadClickmate(before.customers());
        scene.vendors().forgetCalls();

        var run = timed("initial run", () -> scene.api().awaitRun(scene.begin(), LIMIT));

        scene.link().awaitQuiet(LIMIT);
        var first = scene.link().compare();
        System.out.println(before.customers().size() + " were in Clickmate before, " + before.differing().size() + " of them otherwise\n" + first);
        assertThat(InitialRunIT.sum(run.path("balance"))).isEqualTo(run.path("read").asInt()).isEqualTo(Sizes.customers());
        assertThat(scene.vendors().export(Vendors.CLICKMATE).size()).as("nobody twice").isEqualTo(Sizes.customers());
        assertThat(scene.vendors().export(Vendors.ECONOMIC).size()).isEqualTo(Sizes.customers());
        assertThat(scene.link().firstMeetings().size()).as("one question for a pair").isEqualTo(before.differing().size());
        assertThat(numbers(first.differences()).equals(before.differing())).as("nothing else differs: " + others(first.differences(), before)).isTrue();

        var answered = scene.api().resolveAll(scene.link().id(), "FIRST_MEETING_DIFFERS", "source");

        scene.link().awaitQuiet(LIMIT);
        var second = scene.link().compare();
        System.out.println(answered + " first meetings answered at once\n" + second);
        assertThat(answered).isEqualTo(before.differing().size());
        assertThat(second.differences()).isEmpty();
        assertThat(scene.link().firstMeetings()).isEmpty();

        scene.vendors().forgetCalls();
        timed("full run", () -> scene.link().run("full", LIMIT));

        assertThat(scene.writes()).as("a second run writes nothing").isZero();
    }

    private JsonNode timed(String what, java.util.function.Supplier<JsonNode> work) {
        var began = System.nanoTime();
        var run = work.get();
        System.out.printf("%s of %d customers: %.1f s, %s%n  %s%n  %s%n", what, Sizes.customers(), (System.nanoTime() - began) / 1e9, run, scene.calls(Vendors.ECONOMIC), scene.calls(Vendors.CLICKMATE));
        return run;
    }

    private static List<String> others(List<String> differences, ClickmateBefore before) {
        return differences.stream().filter(difference -> !before.differing().contains(difference.substring(0, difference.indexOf(' ')))).toList();
    }

    private static TreeSet<String> numbers(List<String> differences) {
        var numbers = new TreeSet<String>();
        differences.forEach(difference -> numbers.add(difference.substring(0, difference.indexOf(' '))));
        return numbers;
    }
}
