package nl.koppelwerk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class BookkeepingFaultsIT {

    private static final double LOST = 0.05;
    /** One relation of so many has no key at all, so that its relatie is found again by its number alone. */
    private static final int KEYLESS = 5;
    /** Creates of either resource whose answers are lost. */
    private static final int UNANSWERED = 3;
    /** Two of them go into no minute: a link that has stopped itself tries once a minute, and would always meet the same kind. */
    private static final Duration PHASE = Duration.ofSeconds(7);
    /** What failed four times is tried again half an hour later. */
    private static final Duration LIMIT = Duration.ofMinutes(90).plus(Sizes.outage());

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
    @Requirement("SN-42")
    void a_run_through_an_outage_and_lost_answers_ends_with_one_relatie_for_each_relation_and_hat() {
        scene = BookkeepingScene.of(folder, Sizes.bookkeepingFaulty(), Map.of("ownNumbersFrom", BookkeepingScene.OWN_NUMBERS));
        scene.desk().everyKeyOnce();
        scene.desk().takeKeys(KEYLESS);
        scene.vendors().forgetCalls();
        answersAreLost();
        var began = System.nanoTime();

        var run = scene.begin();
        await("a quarter is there").atMost(LIMIT).until(() -> scene.vendors().export(Vendors.SNELSTART).size() > Sizes.bookkeepingFaulty() / 4);
        outage();
        answersAreLost();
        scene.api().awaitRun(run, LIMIT);
        scene.vendors().set(Vendors.SNELSTART, "fault.rate", 0);
        scene.link().awaitQuiet(LIMIT);

        tell(run, began);
        if (Sizes.outage().toMinutes() > 0) for (int status : List.of(429, 500)) assertThat(answered(status)).as("calls that SnelStart answered with " + status).isPositive();
        var verdict = scene.link().compare();
        System.out.println("  " + scene.link().reasons() + "\n  " + verdict);
        assertThat(verdict.doubled()).as("in SnelStart more than once").isEmpty();
        assertThat(verdict.differences()).isEmpty();
        assertThat(numbers()).as("numbers of the link's own range").doesNotHaveDuplicates().allMatch(number -> number == 1 || number > BookkeepingScene.OWN_NUMBERS);
        assertThat(scene.api().deadLetters()).isEmpty();
        assertThat(scene.link().reasons().keySet()).as("nothing is left in doubt").noneMatch(reason -> reason.contains("DOUBT") || reason.startsWith("failed"));
    }

    @Test
    @Requirement("SN-40")
    void what_was_made_and_never_answered_is_found_again_by_its_keys_where_the_link_gives_no_numbers() {
        scene = BookkeepingScene.of(folder, 4 * UNANSWERED, Map.of());
        scene.desk().everyKeyOnce();
        for (var resource : List.of("relaties", "kostenplaatsen")) {
            scene.vendors().fault(Map.of("system", Vendors.SNELSTART, "method", "POST", "pathContains", "/v2/" + resource, "kind", "reset", "afterWrite", true, "times", UNANSWERED));
        }

        var run = scene.api().awaitRun(scene.begin(), LIMIT);

        System.out.println(run.path("balance") + " " + scene.link().reasons() + "\n  " + scene.calls());
        var verdict = scene.link().compare();
        assertThat(verdict.doubled()).as("in SnelStart more than once").isEmpty();
        assertThat(verdict.differences()).isEmpty();
        assertThat(scene.api().deadLetters()).isEmpty();
    }

    /** An answer in twenty never comes, although what was asked for is done. */
    private void answersAreLost() {
        faults("reset", LOST, true);
    }

    /** First every call fails, then every call is told to wait, then every other one fails. */
    private void outage() {
        var until = System.nanoTime() + Sizes.outage().toNanos();
        for (var phase = 0; System.nanoTime() < until; phase++) {
            faults(phase % 2 == 0 ? "500" : "429", phase % 3 == 2 ? 0.5 : 1, false);
            await().pollDelay(PHASE).atMost(PHASE.plusSeconds(30)).until(() -> true);
        }
    }

    private void faults(String kind, double share, boolean afterWrite) {
        scene.vendors().set(Vendors.SNELSTART, "fault.rate", 0);
        scene.vendors().set(Vendors.SNELSTART, "fault.kind", kind);
        scene.vendors().set(Vendors.SNELSTART, "fault.after-write", afterWrite);
        scene.vendors().set(Vendors.SNELSTART, "fault.rate", share);
    }

    private void tell(String run, long began) {
        var creates = scene.vendors().requests("system=snelstart&method=POST&pathContains=/v2/relaties");
        System.out.printf("%d relations, an outage of %s, %.1f s: %d creates of which %d were made and their answers lost, %d refused with 429, %d with 500; %s%n  %s%n", Sizes.bookkeepingFaulty(),
                Sizes.outage(), (System.nanoTime() - began) / 1e9, creates.size(), count(creates, call -> call.path("fault").asText().equals("reset after write")),
                count(creates, call -> call.path("status").asInt() == 429), count(creates, call -> call.path("status").asInt() == 500), scene.api().run(run).path("balance"), scene.calls());
    }

    private long answered(int status) { return count(scene.vendors().requests("system=snelstart"), call -> call.path("status").asInt() == status); }

    private static long count(JsonNode calls, Predicate<JsonNode> wanted) {
        return StreamSupport.stream(calls.spliterator(), false).filter(wanted).count();
    }

    private List<Integer> numbers() {
        return scene.vendors().export(Vendors.SNELSTART).stream().map(relatie -> relatie.path("relatiecode").asInt()).toList();
    }
}
