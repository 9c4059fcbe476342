package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

    private static final Quotas QUOTAS = Quotas.asked();
    /** Ten customers a minute are less than the quotas let through; without them a machine is much faster. */
    private static final Duration LIMIT = Duration.ofMinutes(30 + (QUOTAS == Quotas.CONTRACT ? Sizes.customers() / 10 : 0));
    /** Calls a minute by the contracts: e-conomic's are 10,000 tokens at 3 a call. */
    private static final Map<String, Integer> MOST = Map.of(Vendors.ECONOMIC, 10_000 / 3, Vendors.CLICKMATE, 120);

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
        scene = DanishScene.of(folder, Sizes.customers(), QUOTAS, Map.of());
        scene.desk().spellCvrNumbersOtherwise();
        var before = ClickmateBefore.of(scene.vendors().export(Vendors.ECONOMIC));
        scene.vendors().load(Vendors.CLICKMATE, before.customers());
        scene.vendors().forgetCalls();
        var began = System.nanoTime();

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

        // Under quotas the answers are carried out a while later; the count of what waits is up to ten seconds old.
        await("every answer is carried out").atMost(LIMIT).until(() -> scene.link().firstMeetings().isEmpty());
        scene.link().awaitQuiet(LIMIT);
        var second = scene.link().compare();
        System.out.println(answered + " first meetings answered at once\n" + second);
        assertThat(answered).isEqualTo(before.differing().size());
        assertThat(second.differences()).isEmpty();
        withinQuotas(String.format("equal after %.1f s", seconds(began)));

        scene.vendors().forgetCalls();
        timed("full run", () -> scene.link().run("full", LIMIT));

        assertThat(scene.writes()).as("a second run writes nothing").isZero();
        withinQuotas("full run");
    }

    private void withinQuotas(String when) {
        MOST.forEach((system, most) -> {
            var pace = scene.vendors().pace(system);
            System.out.printf("%s, quotas %s, %s: %s%n", when, QUOTAS.word(), system, pace);
            if (QUOTAS == Quotas.CONTRACT) {
                assertThat(pace.refused()).as("calls that " + system + " refused").isZero();
                assertThat(pace.most()).as("calls of " + system + " in a minute").isLessThanOrEqualTo(most);
            }
        });
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private JsonNode timed(String what, java.util.function.Supplier<JsonNode> work) {
        var began = System.nanoTime();
        var run = work.get();
        System.out.printf("%s of %d customers: %.1f s, %s%n  %s%n  %s%n", what, Sizes.customers(), seconds(began), run, scene.calls(Vendors.ECONOMIC), scene.calls(Vendors.CLICKMATE));
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
